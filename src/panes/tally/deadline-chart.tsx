/**
 * Deadlines by month as stacked bars (done, open, overdue), by ECharts, loaded with this module only. The table under it
 * says the same for those who do not see it. Tooltips are drawn, not HTML: inline styles are refused by our policy.
 */
import { useEffect, useRef } from "react";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { BarChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use as registerParts, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { MonthTally } from "../../tally";
import { useWords } from "../session-context";
import { useResolvedColors } from "./resolved-colors";
import { TALLY_WORDS } from "./words";

registerParts([BarChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

const useStyles = makeStyles({
  chart: { width: "100%", height: "220px" },
  actions: {
    display: "flex",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalS,
    "@media print": { display: "none" },
  },
});

interface Bar {
  readonly label: string;
  readonly done: number;
  readonly open: number;
  readonly overdue: number;
}

/** One bar a month over all kinds, in order of time; items without a date last. */
export function monthBars(months: readonly MonthTally[], noMonth: string): readonly Bar[] {
  const bars = new Map<string, { done: number; open: number; overdue: number }>();
  for (const month of [...months].sort((a, b) => ((a.month ?? "9999-99") < (b.month ?? "9999-99") ? -1 : 1))) {
    const label = month.month ?? noMonth;
    const bar = bars.get(label) ?? { done: 0, open: 0, overdue: 0 };
    bar.done += month.done.value;
    bar.overdue += month.overdue.value;
    bar.open += Math.max(0, month.total.value - month.done.value - month.overdue.value);
    bars.set(label, bar);
  }
  return [...bars].map(([label, bar]) => ({ label, ...bar }));
}

export default function DeadlineChart(props: { readonly months: readonly MonthTally[] }) {
  const styles = useStyles();
  const words = useWords(TALLY_WORDS);
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const colors = useResolvedColors(holder);

  useEffect(() => {
    if (!holder.current) return;
    const created = init(holder.current, null, { renderer: "canvas" });
    chart.current = created;
    const observer = new ResizeObserver(() => created.resize());
    observer.observe(holder.current);
    return () => {
      observer.disconnect();
      created.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!colors) return;
    const bars = monthBars(props.months, words.noMonth);
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const series = (name: string, color: string, values: readonly number[]) => ({
      name,
      type: "bar" as const,
      stack: "items",
      itemStyle: { color },
      data: [...values],
      barMaxWidth: 28,
    });
    chart.current?.setOption({
      animation: !still,
      aria: { enabled: true, description: words.timelineAlt },
      textStyle: { color: colors.text, fontFamily: "inherit" },
      tooltip: { trigger: "axis", renderMode: "richText", axisPointer: { type: "shadow" } },
      legend: { top: 0, textStyle: { color: colors.text } },
      grid: { left: 8, right: 8, top: 32, bottom: 8, containLabel: true },
      xAxis: {
        type: "category",
        data: bars.map((bar) => bar.label),
        axisLabel: { color: colors.text, hideOverlap: true },
        axisLine: { lineStyle: { color: colors.line } },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        axisLabel: { color: colors.text },
        splitLine: { lineStyle: { color: colors.line } },
      },
      series: [
        series(
          words.doneCount,
          colors.done,
          bars.map((bar) => bar.done),
        ),
        series(
          words.open,
          colors.open,
          bars.map((bar) => bar.open),
        ),
        series(
          words.overdue,
          colors.overdue,
          bars.map((bar) => bar.overdue),
        ),
      ],
    });
  }, [props.months, words, colors]);

  const savePicture = () => {
    if (!chart.current || !colors) return;
    const link = document.createElement("a");
    link.href = chart.current.getDataURL({ type: "png", pixelRatio: 2, backgroundColor: colors.background });
    link.download = words.pictureName;
    link.click();
  };
  return (
    <>
      <div
        ref={holder}
        className={styles.chart}
        role="img"
        aria-label={words.timelineAlt}
        data-testid="deadline-chart"
      />
      <div className={styles.actions}>
        <Button size="small" onClick={savePicture} data-testid="save-picture">
          {words.picture}
        </Button>
      </div>
    </>
  );
}
