import { useMutation, useQuery } from "@tanstack/react-query";
import type { DunningLevelDto } from "@linli/contracts";
import { dunningChannelLabels, dunningKindLabels } from "@linli/contracts/enums";
import { Button, Card, Empty, Flex } from "antd";
import { Can } from "../../../components/can";
import { DescriptionList } from "../../../components/description-list";
import { Money } from "../../../components/money";
import { PageHeader } from "../../../components/page-header";
import { QueryView } from "../../../components/query-view";
import { useProjectId } from "../../../lib/session";
import { dunningQueries, takeDefaultLevels } from "./dunning.queries";
import { LevelForm } from "./level-form";

/** 催缴级别: from when on, how and with which words people are asked to pay (BIL-113). */
export function DunningLevelsPage() {
  const query = useQuery(dunningQueries.levels(useProjectId()));
  const next = Math.max(0, ...(query.data?.items ?? []).map(({ levelOrder }) => levelOrder)) + 1;
  return (
    <>
      <PageHeader
        title="催缴级别"
        help="dunning"
        description="由轻到重排列。批量催款时选一个级别：逾期够天数、欠费够金额的才催，期限内不重复催。种类为到期前送达账单的级别在应缴日前送账单，不是催款。"
        actions={
          <Can do="project:settings">
            <LevelForm next={next} trigger={<Button type="primary">新建级别</Button>} />
          </Can>
        }
      />
      <QueryView query={query}>{({ items }) => <Levels levels={items} />}</QueryView>
    </>
  );
}

function Levels({ levels }: { levels: readonly DunningLevelDto[] }) {
  const { mutate, isPending } = useMutation(takeDefaultLevels(useProjectId()));
  if (levels.length === 0) {
    return (
      <Card>
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="还没有催缴级别。可以采用建议的六级（到期前送账单、短信、上门、书面、挂号信、律师函），再按本管理区的做法修改。"
        >
          <Can do="project:settings">
            <Button type="primary" loading={isPending} onClick={() => mutate()}>
              采用建议的级别
            </Button>
          </Can>
        </Empty>
      </Card>
    );
  }
  return (
    <Flex vertical gap={12}>
      {levels.map((level) => (
        <Level key={level.id} level={level} />
      ))}
    </Flex>
  );
}

function Level({ level }: { level: DunningLevelDto }) {
  const { levelOrder, name, active, kind, channel, daysBefore, daysOverdue, minAmountFen, daysToNext, text, steps } =
    level;
  return (
    <Card
      title={
        <h2 style={{ margin: 0, fontSize: 16 }}>
          {levelOrder}. {name} {!active && <span className="tone tone-neutral">已停用</span>}
        </h2>
      }
      extra={
        <Can do="project:settings">
          <LevelForm level={level} next={levelOrder} trigger={<Button size="small">修改</Button>} />
        </Can>
      }
    >
      <DescriptionList
        columns={3}
        items={[
          ["种类", dunningKindLabels[kind]],
          ["方式", dunningChannelLabels[channel]],
          kind === "BILL" ? ["送达", `应缴日前 ${daysBefore} 天内`] : ["起催", `逾期 ${daysOverdue} 天起`],
          ["最低金额", <Money key="m" fen={minAmountFen} unit />],
          kind === "DEMAND" && ["缴费期限", `${daysToNext} 天，期限内不再催`],
          [kind === "BILL" ? "已送" : "已催", `${steps} 次`],
        ]}
      />
      <p style={{ margin: "8px 0 0", whiteSpace: "pre-wrap" }}>{text}</p>
    </Card>
  );
}
