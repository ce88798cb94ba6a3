/** In the shape of the rows to come, after 200 ms; nothing jumps when they arrive. */
export function SkeletonRows({ rows = 8, label }: { rows?: number; label?: string }) {
  return (
    <div className="skels pad" role="status" aria-label={label ?? 'Loading'}>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className="row" style={{ height: 'var(--row)', gap: 24, borderBottom: '1px solid var(--line)' }}>
          <span className="skel" style={{ width: 48 }} />
          <span className="skel" style={{ width: `${140 + ((i * 37) % 90)}px` }} />
          <span className="skel grow" style={{ maxWidth: `${80 + ((i * 53) % 160)}px` }} />
        </div>
      ))}
    </div>
  );
}
