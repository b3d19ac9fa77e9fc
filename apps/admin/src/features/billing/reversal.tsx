import { Button, Input } from "antd";
import { type ReactNode, useState } from "react";
import { Field } from "../../components/field";
import { FormDialog } from "../../components/form-dialog";
import { newId } from "../../lib/new-id";

interface Reversible {
  reversalOf: string | null;
  reversedBy: string | null;
}

/** Whether an entry that is written once and taken back in red still stands. */
export const stands = ({ reversalOf, reversedBy }: Reversible): boolean => reversalOf === null && reversedBy === null;

/** The state of such an entry, in words. */
export function ReversalState({ reversalOf, reversedBy }: Reversible) {
  if (reversalOf !== null) return <span className="tone tone-bad">红字</span>;
  return reversedBy === null ? "有效" : <span className="tone tone-bad">已红冲</span>;
}

/** Takes an entry back by a red one of today. `dto` has an `id`, chosen when the dialog opens, and a `reason`. */
export function ReverseEntry({
  dto,
  title,
  note,
  onReverse,
}: {
  dto: string;
  title: string;
  note: ReactNode;
  /** Sends it; a retry with the same id reverses once. */
  onReverse: (body: { id: string; reason: string }) => Promise<unknown>;
}) {
  const [id, setId] = useState(newId);
  return (
    <FormDialog<{ reason: string }>
      name="reverse-entry"
      title={title}
      dto={dto}
      kind="modal"
      danger
      submitText="红冲"
      trigger={<Button danger>红冲</Button>}
      note={note}
      onOpenChange={(open) => open && setId(newId())}
      onFinish={({ reason }) => onReverse({ id, reason })}
    >
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
    </FormDialog>
  );
}
