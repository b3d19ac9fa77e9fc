import type { EChartsType } from "echarts/core";
import { useEffect, useRef } from "react";
import { useTheme } from "../app/theme";

/** One row of figures over the places of the axis; null where there is none. */
export interface Series {
  name: string;
  values: readonly (number | null)[];
  kind?: "bar" | "line";
  /** Bars of the same stack stand on one another. */
  stack?: string;
}

interface ChartProps {
  /** What it shows, for who cannot see it. */
  label: string;
  /** The places of the axis. */
  places: readonly string[];
  series: readonly Series[];
  format: (value: number) => string;
}

/**
 * Bars and lines, for people who would rather look than read; every chart has its table (console.md), and says its
 * figures in words. The library is fetched when the first chart is shown.
 */
export function Chart({ label, places, series, format }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const { isDark, isStill } = useTheme();
  useEffect(() => {
    let chart: EChartsType | undefined;
    let gone = false;
    const observer = new ResizeObserver(() => chart?.resize());
    void draw();
    async function draw() {
      const { chartIn } = await import("./chart-library");
      if (gone || !box.current) return;
      chart = chartIn(box.current, { places, series, format, isDark, isStill });
      observer.observe(box.current);
    }
    return () => {
      gone = true;
      observer.disconnect();
      chart?.dispose();
    };
  }, [places, series, format, isDark, isStill]);
  return <div ref={box} role="img" aria-label={`${label}：${wordsOf({ places, series, format })}`} className="chart" />;
}

function wordsOf({ places, series, format }: Omit<ChartProps, "label">): string {
  const named = series.length > 1;
  return places
    .map((place, index) => {
      const figures = series.flatMap(({ name, values }) => {
        const value = values[index] ?? null;
        return value === null ? [] : [`${named ? `${name} ` : ""}${format(value)}`];
      });
      return `${place} ${figures.join("、") || "无"}`;
    })
    .join("，");
}
