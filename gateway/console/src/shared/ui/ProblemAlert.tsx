import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isProblem } from '@/shared/api/problem';
import { useProblemText } from '@/shared/i18n/use-problem-text';

interface ProblemAlertProps {
  error: unknown;
  onRetry?: () => void;
}

/** What went wrong, by its code, with every violation that no field of the page could show. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const { t } = useTranslation();
  const text = useProblemText();
  if (!error) return null;
  const violations = isProblem(error) ? error.violations : [];
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="tg-problem"
      title={text.ofError(error)}
      description={
        violations.length > 0 && (
          <ul className="tg-violations">
            {violations.map((violation) => (
              <li key={`${violation.field}/${violation.code}`}>
                <code>{violation.field}</code> {text.ofViolation(violation)}
              </li>
            ))}
          </ul>
        )
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )
      }
    />
  );
}
