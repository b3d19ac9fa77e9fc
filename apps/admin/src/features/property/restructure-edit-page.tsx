import { useQuery } from "@tanstack/react-query";
import type { RestructureDetailDto } from "@linli/contracts";
import { useParams } from "react-router";
import { PageHeader } from "../../components/page-header";
import { QueryView } from "../../components/query-view";
import { useProjectId } from "../../lib/session";
import { RestructureForm } from "./restructure-form";
import { restructureQueries } from "./restructures.queries";

/** Changes a draft, or does again what was restored or given up. */
export function RestructureEditPage() {
  const { restructureId = "" } = useParams();
  const query = useQuery({
    ...restructureQueries.one(useProjectId(), restructureId),
    // while it is edited, what others do is told by the version, not by exchanging the form
    staleTime: Infinity,
  });
  return <QueryView query={query}>{(one) => <Edit one={one} />}</QueryView>;
}

function Edit({ one }: { one: RestructureDetailDto }) {
  const { plan, state, number, id, version, reason } = one;
  const { kind, roomIds, effectiveOn, parts } = plan;
  const query = useQuery(
    restructureQueries.proposal(useProjectId(), {
      kind,
      roomIds,
      effectiveOn,
      ...(kind === "SPLIT" && { count: parts.length }),
    }),
  );
  const isDraft = state === "DRAFT";
  return (
    <>
      <PageHeader
        title={isDraft ? `修改 ${number}` : `再次办理 ${number}`}
        back={`property/restructures/${id}`}
        help="restructures"
        description={isDraft ? undefined : "按原来的方案新建一项，核对后提交审批。"}
      />
      <QueryView query={query}>
        {(proposal) => (
          <RestructureForm
            proposal={proposal}
            initialValues={{ ...plan, reason }}
            {...(isDraft && { draft: { id, version } })}
          />
        )}
      </QueryView>
    </>
  );
}
