import { useElementSize } from '@mantine/hooks';
import type { CurvePoint } from '@/shared/api/records';
import { dayNumber, formatDate, fromDayNumber, monthName } from '@/shared/dates';
import { useWords } from '@/shared/i18n/language';
import { DateText } from '@/ui/DateText';
import './curve.css';
import { studyWords } from './words';

const H = 220, TOP = 30, BOTTOM = 24, LEFT = 34, RIGHT = 12;
type Series = 'planned' | 'actual' | 'forecast' | 'cautious';

/** Planned, activated and forecast sites over time; labelled in place, with the same numbers as a table. */
export function Curve({ points, today, total }: { points: CurvePoint[]; today: string; total: number }) {
  const t = useWords(studyWords);
  const { ref, width } = useElementSize();
  const days = points.map((p) => dayNumber(p.date));
  const now = dayNumber(today);
  const from = Math.min(...days, now), last = Math.max(...days, now);
  // Some air at the right, so that the last points and their labels do not stick to the edge.
  const to = last + Math.max(10, Math.round((last - from) * 0.06));
  const most = Math.max(total, ...points.flatMap((p) => [p.planned ?? 0, p.actual ?? 0, p.forecast ?? 0]), 1);
  if (points.length === 0 || last === from) return <p className="pad t3">{t.noCurve}</p>;
  const w = Math.max(320, width);
  const x = (day: number) => LEFT + ((day - from) / (to - from)) * (w - LEFT - RIGHT);
  const y = (n: number) => TOP + (1 - n / most) * (H - TOP - BOTTOM);
  const line = (series: Series) => points.filter((p) => p[series] !== null && p[series] !== undefined).map((p) => ({ at: dayNumber(p.date), n: p[series]!, x: x(dayNumber(p.date)), y: y(p[series]!) }));
  const path = (series: Series) => line(series).map((p, i) => `${i ? 'L' : 'M'}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('');
  const actual = line('actual').at(-1), planned = line('planned'), forecast = line('forecast');
  const cautious = line('cautious');
  const band = forecast.length > 1 && cautious.length > 1 ? `${path('forecast')}${[...cautious].reverse().map((p) => `L${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join('')}Z` : null;
  const plannedNow = planned.filter((p) => p.at <= now).at(-1);
  const labelOf = (series: ReturnType<typeof line>, share: number) => series[Math.floor(series.length * share)];
  const planLabel = planned.find((p, i) => i >= planned.length * 0.3 && p.n > 0 && Math.abs(p.x - x(now)) > 120) ?? planned.findLast((p) => p.n > 0 && Math.abs(p.x - x(now)) > 120), forecastLabel = labelOf(forecast, 0.6), bandLabel = labelOf(cautious, 0.75);
  return (
    <figure className="curve"><div ref={ref}>
      {width > 0 && (
        <svg width={w} height={H} role="img" aria-label={`${t.curve}. ${t.curveActual} ${actual?.n ?? 0} ${t.of} ${total}, ${t.curvePlan} ${plannedNow?.n ?? 0}, ${formatDate(today)}.`}>
          {[0, 1 / 3, 2 / 3, 1].map((share) => {
            const n = Math.round(most * share);
            return <g key={share}><line className="cl" x1={LEFT} x2={w - RIGHT} y1={y(n)} y2={y(n)} /><text className="ct" x={LEFT - 8} y={y(n) + 4} textAnchor="end">{n}</text></g>;
          })}
          {months(from, to, w).map((m) => <text key={m.day} className="ct" x={x(m.day)} y={H - 6}>{m.label}</text>)}
          {band && <path className="cb" d={band} />}
          <path className="cp" d={path('planned')} />
          <path className="cf" d={path('forecast')} />
          <path className="ca" d={path('actual')} />
          <line className="cn" x1={x(now)} x2={x(now)} y1={18} y2={H - BOTTOM} />
          <text className="cnt" x={Math.min(Math.max(x(now), LEFT + 56), w - RIGHT - 56)} y={12} textAnchor="middle">{t.today}, {formatDate(today)}</text>
          {actual && <circle cx={actual.x} cy={actual.y} r={3.5} className="cd" />}
          {actual && <text className="ctb" x={actual.x + (actual.x > LEFT + 62 ? -8 : 8)} y={actual.y + 18 > H - BOTTOM - 4 ? actual.y - 8 : actual.y + 18} textAnchor={actual.x > LEFT + 62 ? 'end' : 'start'}>{t.curveActual}</text>}
          {band && bandLabel && <text className="ct" x={Math.min(bandLabel.x + 10, w - RIGHT - 4)} y={Math.min(bandLabel.y + 30, H - BOTTOM - 8)} textAnchor={bandLabel.x > w - 130 ? 'end' : 'start'}>{t.curveBand}</text>}
          {planLabel && <text className="ct" x={planLabel.x + (planLabel.x > LEFT + 62 ? -6 : 8)} y={planLabel.y < TOP + 14 ? planLabel.y + 14 : planLabel.y - 6} textAnchor={planLabel.x > LEFT + 62 ? 'end' : 'start'}>{t.curvePlan}</text>}
          {forecastLabel && forecast.length > 1 && <text className="ctf" x={forecastLabel.x + (forecastLabel.x > w - 110 ? -8 : 8)} y={forecastLabel.y + 14} textAnchor={forecastLabel.x > w - 110 ? 'end' : 'start'}>{t.curveForecast}</text>}
        </svg>
      )}
      </div>
      <details className="no-print">
        <summary className="act">{t.asTable}</summary>
        <table className="tb"><thead><tr><th>{t.date}</th><th className="num">{t.curvePlan}</th><th className="num">{t.curveActual}</th><th className="num">{t.curveForecast}</th><th className="num">{t.cautious}</th></tr></thead>
          <tbody>{points.map((p) => <tr key={p.date}><td><DateText date={p.date} /></td><td className="num">{p.planned ?? '–'}</td><td className="num">{p.actual ?? '–'}</td><td className="num">{p.forecast ?? '–'}</td><td className="num">{p.cautious ?? '–'}</td></tr>)}</tbody></table>
      </details>
    </figure>
  );
}

/** Month names that fit: every month, every second or third one, or years. */
function months(from: number, to: number, width: number): { day: number; label: string }[] {
  const start = new Date(from * 86_400_000);
  const all: { day: number; label: string }[] = [];
  const count = Math.max(1, Math.round((to - from) / 30.4));
  const step = [1, 2, 3, 6, 12].find((s) => (width - 60) / (count / s) > 58) ?? 12;
  for (let i = 1; i < 400; i++) {
    const at = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + i, 1));
    const day = dayNumber(at.toISOString());
    if (day > to - (to - from) * 0.04) break;
    if (at.getUTCMonth() % step === 0) all.push({ day, label: at.getUTCMonth() === 0 || all.length === 0 ? `${monthName(at.getUTCMonth())} ${fromDayNumber(day).slice(0, 4)}` : monthName(at.getUTCMonth()) });
  }
  return all;
}
