import { Link } from "react-router";
import { usePageLink } from "../../../lib/page-links";

/** A shift's number that leads to it. */
export function ShiftLink({ id, no }: { id: string; no: string }) {
  const href = usePageLink()(`billing/shifts/${id}`);
  return href ? <Link to={href}>{no}</Link> : no;
}
