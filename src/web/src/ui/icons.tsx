/** Drawings on a 16 px field, one stroke. The same thing has the same picture everywhere. */
const PATHS = {
  inbox: 'M2 9l2-6h8l2 6v4H2zM2 9h3.5l1 2h3l1-2H14',
  brief: 'M2 5h12v8H2zM6 5V3h4v2',
  sponsor: 'M2 5h12v8H2zM6 5V3h4v2M2 8.5h12',
  chart: 'M2 13c3 0 3-4 6-4s3-5 6-6M2 2v11h12',
  grid: 'M2 3h12v10H2zM2 6.5h12M2 10h12M6 3v10',
  time: 'M2 4h6M5 8h7M8 12h6',
  authority: 'M2 6l6-3.5L14 6zM3.5 6v6M6.5 6v6M9.5 6v6M12.5 6v6M2 13.5h12',
  doc: 'M4 2h5l3 3v9H4zM9 2v3h3',
  history: 'M2.5 8a5.5 5.5 0 105.5-5.5A5.7 5.7 0 003.5 5M3 2v3h3M8 5v3.2l2 1.3',
  flow: 'M2 3h4v3H2zM10 3h4v3h-4zM6 4.5h4M10 10h4v3h-4zM12 6v4',
  stop: 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM6 6l4 4M10 6l-4 4',
  mail: 'M2 4h12v9H2zM2 4.5l6 4.5 6-4.5',
  users: 'M6 3a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM1.5 13c0-2.5 2-4 4.5-4s4.5 1.5 4.5 4M11 3.3a2.5 2.5 0 010 4.4M12.5 9.5c1.3.6 2 1.8 2 3.5',
  gear: 'M8 6a2 2 0 100 4 2 2 0 000-4zM8 2v2M8 12v2M2 8h2M12 8h2M3.8 3.8l1.4 1.4M10.8 10.8l1.4 1.4M3.8 12.2l1.4-1.4M10.8 5.2l1.4-1.4',
  moon: 'M13 9.5A5.5 5.5 0 016.5 3 5.5 5.5 0 1013 9.5z',
  sun: 'M8 5.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M3.4 12.6l1-1M11.6 4.4l1-1',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4L6 8l4 4',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  bell: 'M4 11V7a4 4 0 018 0v4l1 1H3zM7 14h2',
  search: 'M7 3a4 4 0 100 8 4 4 0 000-8zM10 10l3.5 3.5',
  link: 'M6.5 9.5l3-3M7 4.5L8.5 3a3 3 0 014.5 4.3L11.5 9M9 11.5L7.5 13A3 3 0 013 8.7L4.5 7',
  download: 'M8 3v10M4 9l4 4 4-4',
  upload: 'M8 13V3M4 7l4-4 4 4',
  sortUp: 'M8 13V3M5 6l3-3 3 3',
  sortDown: 'M8 3v10M5 10l3 3 3-3',
  x: 'M4 4l8 8M12 4l-8 8',
  plus: 'M8 3v10M3 8h10',
  filter: 'M2 3h12L9.5 8.5V13l-3-1.5v-3z',
  check: 'M3 8.5l3.2 3L13 4.5',
  us: 'M8 3a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM3 13.5c0-2.7 2.2-4.5 5-4.5s5 1.8 5 4.5',
  site: 'M3 14V3h7v11M10 7h3v7M1.5 14h13M6.5 5v4M4.5 7h4',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 015 0v2',
  cal: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3',
  clock: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM8 5v3.2l2 1.3',
  question: 'M2 3h12v8H8l-3 3v-3H2zM6.5 5.8c.3-1.6 3-1.5 3 .1 0 1-1.5 1-1.5 2M8 9.3v.01',
  menu: 'M2 4h12M2 8h12M2 12h12',
  more: 'M3.5 8v.01M8 8v.01M12.5 8v.01',
  key: 'M10.5 2.5a3 3 0 11-2.3 5L3 12.7V14h2v-1.5h1.5V11L8 9.5M11 5v.01',
  out: 'M9 3H3v10h6M7 8h7M11.5 5.5L14 8l-2.5 2.5',
  print: 'M4.5 6V2.5h7V6M4.5 11.5H2.5V6h11v5.5h-2M4.5 9.5h7v4h-7z',
  copy: 'M5.5 5.5V3h7.5v7.5h-2.5M3 5.5h7.5V13H3z',
  columns: 'M2 3h12v10H2zM6 3v10M10 3v10',
  pin: 'M6 2.5h4M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v5',
  bolt: 'M9 2L3.5 9H8l-1 5 5.5-7H8z',
  flag: 'M4 14V2.5h8.5L10.5 5.5l2 3H4',
  globe: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM2.5 8h11M8 2.5c3.5 3 3.5 8 0 11M8 2.5c-3.5 3-3.5 8 0 11',
  wait: 'M8 2.5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM6.5 6v4M9.5 6v4',
} as const;

export type IconName = keyof typeof PATHS;

/** Always beside a word, or inside a control that has an accessible name. */
export function Icon({ name, small, className }: { name: IconName; small?: boolean; className?: string }) {
  return (
    <svg className={`i${small ? ' s' : ''}${className ? ` ${className}` : ''}`} viewBox="0 0 16 16" aria-hidden="true" style={name === 'more' ? { strokeWidth: 2.4 } : undefined}>
      <path d={PATHS[name]} />
    </svg>
  );
}
