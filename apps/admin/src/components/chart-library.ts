import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { type EChartsType, init, use as withParts } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { Series } from "./chart";

withParts([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, CanvasRenderer]);

interface Look {
  places: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
  isDark: boolean;
  isStill: boolean;
}

/** Colours of the series, at least 3 to 1 against the page. */
const LIGHT = ["#0b766d", "#2563b0", "#a15c00", "#7d3f98", "#5b6770", "#b3261e"];
const DARK = ["#35a79c", "#6ea8fe", "#e0a03c", "#c08be8", "#9aa7b5", "#f28b82"];
/** Marks on lines, so that colour is not all that tells them apart. */
const MARKS = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];

/** Draws series into an element, in the colours of the console. */
export function chartIn(element: HTMLElement, { places, series, format, isDark, isStill }: Look): EChartsType {
  const styles = getComputedStyle(document.documentElement);
  const [text, line] = [styles.getPropertyValue("--quiet").trim(), styles.getPropertyValue("--line").trim()];
  const named = series.length > 1;
  const chart = init(element);
  chart.setOption({
    animation: !isStill,
    color: isDark ? DARK : LIGHT,
    grid: { left: 8, right: 8, top: named ? 36 : 12, bottom: 4, containLabel: true },
    legend: { show: named, type: "scroll", top: 0, textStyle: { color: text }, pageTextStyle: { color: text } },
    tooltip: {
      trigger: "axis",
      confine: true,
      axisPointer: { type: "shadow" },
      valueFormatter: (value: number | null) => (value === null ? "—" : format(value)),
    },
    xAxis: {
      type: "category",
      data: places,
      axisLabel: { color: text, interval: "auto", hideOverlap: true },
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: { type: "value", axisLabel: { color: text, formatter: format }, splitLine: { lineStyle: { color: line } } },
    series: series.map(({ name, values, kind = "bar", stack }, index) =>
      kind === "line"
        ? { name, type: "line", data: values, symbol: MARKS[index % MARKS.length], symbolSize: 7 }
        : { name, type: "bar", data: values, stack, barMaxWidth: 40 },
    ),
  });
  return chart;
}
