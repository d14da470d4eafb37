import { Select, type SelectProps } from 'antd';
import { type CodeFamily, useCodeLabel } from '@/shared/i18n/use-code-label';

interface CodeSelectProps extends SelectProps<string> {
  family: CodeFamily;
  codes: readonly string[];
}

/** A choice among the codes of one family, shown by their names. */
export function CodeSelect({ family, codes, ...props }: CodeSelectProps) {
  const label = useCodeLabel();
  return <Select options={codes.map((code) => ({ value: code, label: label(family, code) }))} {...props} />;
}
