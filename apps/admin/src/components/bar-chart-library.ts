import { BarChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use as withParts } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Bar } from "./bar-chart";

withParts([BarChart, GridComponent, TooltipComponent, CanvasRenderer]);

interface Look {
  bars: readonly Bar[];
  format: (value: number) => string;
  isDark: boolean;
  isStill: boolean;
}

/** Draws bars into an element, in the colours of the console. */
export function chartIn(element: HTMLElement, { bars, format, isDark, isStill }: Look): EChartsType {
  const styles = getComputedStyle(document.documentElement);
  const [text, line] = [styles.getPropertyValue("--quiet").trim(), styles.getPropertyValue("--line").trim()];
  const chart = init(element);
  chart.setOption({
    animation: !isStill,
    grid: { left: 8, right: 8, top: 12, bottom: 4, containLabel: true },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (value: number) => format(value) },
    xAxis: {
      type: "category",
      data: bars.map(({ name }) => name),
      axisLabel: { color: text, interval: 0, hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: { type: "value", axisLabel: { color: text, formatter: format }, splitLine: { lineStyle: { color: line } } },
    series: [
      {
        type: "bar",
        barMaxWidth: 40,
        data: bars.map(({ value }) => value),
        itemStyle: { color: isDark ? "#35a79c" : "#0b766d", borderRadius: [3, 3, 0, 0] },
      },
    ],
  });
  return chart;
}
