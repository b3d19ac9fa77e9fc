import { Form, type FormInstance } from "antd";
import { useState, type KeyboardEvent } from "react";
import { ApiError, errorText } from "../lib/api-error";
import { useUnsavedGuard } from "../lib/use-unsaved-guard";

/** Splits an API field path into the form's: "phones.0.number" → ["phones", 0, "number"]. */
export const namePathOf = (path: string): (string | number)[] =>
  path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));

/**
 * What dialogs and pages with a form share: submitting, the API's field errors beside their fields, everything else
 * above the form, focus on the first error, and the question before unsaved input is lost.
 */
export function useApiForm<Values extends object>(onFinish: (values: Values) => Promise<unknown>, onDone?: () => void) {
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<string | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const [isDirty, setDirty] = useState(false);
  useUnsavedGuard(isDirty && !isSubmitting);

  async function handleFinish(values: Values) {
    if (isSubmitting) return;
    setSubmitting(true);
    setProblem(null);
    try {
      if ((await onFinish(values)) === false) return;
      setDirty(false);
      onDone?.();
    } catch (error) {
      if (error instanceof ApiError) error.shown = true;
      setProblem(showFieldErrors(form, error));
    } finally {
      setSubmitting(false);
    }
  }

  return {
    form,
    problem,
    isSubmitting,
    isDirty,
    /** The user gave up what he typed. */
    forget: () => setDirty(false),
    formProps: {
      form,
      layout: "vertical" as const,
      onFinish: handleFinish,
      onValuesChange: () => setDirty(true),
      scrollToFirstError: { focus: true, block: "center" as const },
      validateTrigger: ["onBlur"],
      requiredMark: true,
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          form.submit();
        }
      },
    },
  };
}

/** Puts field errors beside their fields and focuses the first; answers what belongs to no field of the form. */
function showFieldErrors<Values extends object>(form: FormInstance<Values>, error: unknown): string | null {
  if (!(error instanceof ApiError) || !error.hasFields) return errorText(error);
  const known = new Set(form.getFieldsError().map((field) => field.name.join(".")));
  const entries = Object.entries(error.fields).map(([path, errors]) => ({ name: namePathOf(path), errors }));
  const here = entries.filter(({ name }) => known.has(name.join(".")));
  form.setFields(here as unknown as Parameters<typeof form.setFields>[0]);
  const first = here[0];
  if (first) {
    form.scrollToField(first.name as unknown as Parameters<typeof form.scrollToField>[0], {
      focus: true,
      block: "center",
    });
  }
  const elsewhere = entries.filter((entry) => !here.includes(entry)).flatMap(({ errors }) => errors);
  return elsewhere.length > 0 ? elsewhere.join("；") : null;
}
