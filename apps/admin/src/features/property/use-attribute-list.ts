import { useQuery } from "@tanstack/react-query";
import type { AttributeDto, AttributeOwner, AttributeValueDto } from "@linli/contracts";
import { yesNoLabels } from "../../lib/labels";
import type { Column } from "../../components/columns";
import type { ListFilter } from "../../lib/list-filter";
import { useProjectId } from "../../lib/session";
import { attributeQueries } from "./attributes.queries";
import { attributeText, PREFIX } from "./attribute-words";

/**
 * What user-defined attributes add to a list of rooms or customers: filters under 更多筛选 (give their query to
 * `withAttributeFilters`) and columns offered by the column chooser.
 */
export function useAttributeList<Row extends { attributes: AttributeValueDto[] }>(owner: AttributeOwner) {
  const { data = [] } = useQuery(attributeQueries.list(useProjectId(), owner));
  const definitions = data.filter(({ active }) => active);
  return {
    filters: definitions.filter(({ searchable }) => searchable).map(filterOf),
    columns: definitions.map((definition): Column<Row> => ({
      key: `${PREFIX}${definition.id}`,
      title: definition.name,
      hidden: true,
      render: (_value, row) => attributeText(definition, row.attributes) || "—",
    })),
  };
}

/** The names lie in the URL only; `withAttributeFilters` makes the query field `attribute` of them. */
function filterOf({ id, name, type, choices }: AttributeDto): ListFilter<"attribute"> {
  const own = (end = "") => `${PREFIX}${id}${end}` as "attribute";
  if (type === "DATE") return { name: own("~from"), to: own("~to"), range: "dates", label: name };
  if (type === "FLAG") return { name: own(), label: name, labels: yesNoLabels, width: 100 };
  if (type === "TEXT") return { name: own(), label: name };
  if (type === "NUMBER") return { name: own(), label: name, placeholder: "10 或 10..20", width: 130 };
  const labels = Object.fromEntries(choices.map((choice) => [choice.id, choice.name]));
  return { name: own(), label: name, labels, multiple: true };
}
