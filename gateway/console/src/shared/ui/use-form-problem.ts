import type { FormInstance } from 'antd';
import { useState } from 'react';
import { ApiProblem, isProblem } from '@/shared/api/problem';
import { useProblemText } from '@/shared/i18n/use-problem-text';

const pathOf = (field: string) => field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * Shows a refusal at the fields it names; what names no field of the form is left in `problem` for the top of the form.
 * `fields`: the form's fields as dotted paths. A violation of a part (`tag.epc`) or of an element (`itemIds[0]`) is shown at
 * its nearest field.
 */
export function useFormProblem(form: FormInstance, fields: readonly string[]) {
  const text = useProblemText();
  const [problem, setProblem] = useState<unknown>(null);

  const fieldOf = (name: string) => {
    const dotted = name.replaceAll(/\[(\d+)]/g, '.$1');
    return fields.find((field) => dotted === field) ?? fields.find((field) => dotted.startsWith(`${field}.`));
  };

  const show = (error: unknown) => {
    if (!isProblem(error)) {
      setProblem(error);
      return;
    }
    const errors = new Map<string, string[]>();
    for (const violation of error.violations) {
      const field = fieldOf(violation.field);
      if (field) errors.set(field, [...(errors.get(field) ?? []), text.ofViolation(violation)]);
    }
    form.setFields([...errors].map(([field, messages]) => ({ name: pathOf(field), errors: messages })));
    const [first] = errors.keys();
    if (first) form.scrollToField(pathOf(first), { block: 'center' });
    const rest = error.violations.filter((violation) => !fieldOf(violation.field));
    setProblem(new ApiProblem({ status: error.status, code: error.code, detail: error.detail, violations: rest }));
  };

  return { problem, show, clear: () => setProblem(null) };
}
