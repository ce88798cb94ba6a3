import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { setOnSignedOut } from '@/shared/api/client';
import { useLive } from '@/shared/api/live';
import { refreshAntiForgery, sessionQuery } from '@/shared/api/session';
import { SetUpPage } from '@/features/set-up/SetUpPage';
import { SignInPage } from '@/features/sign-in/SignInPage';
import { ErrorState } from '@/ui/ErrorState';
import { SkeletonRows } from '@/ui/Skeleton';
import { Banners } from './Banners';
import { NotFound } from './NotFound';
import { pages } from './pages';
import { Shell } from './Shell';

const Kit = import.meta.env.DEV || import.meta.env.MODE === 'kit' ? lazy(() => import('@/features/kit/KitPage')) : null;

/** Nobody signed in: the one form that helps. Otherwise the shell and the page of the address. */
export function App() {
  const client = useQueryClient();
  const session = useQuery(sessionQuery);
  const signedIn = session.data?.signedIn === true;
  const [ready, setReady] = useState(false);
  useEffect(() => setOnSignedOut(() => void client.invalidateQueries({ queryKey: ['session'] })), [client]);
  useEffect(() => {
    if (!signedIn) return;
    refreshAntiForgery().then(() => setReady(true), () => setReady(true));
    return () => setReady(false);
  }, [signedIn]);
  useLive(signedIn);

  if (Kit && location.pathname === '/kit') return <Suspense><Kit /></Suspense>;
  if (session.isPending) return <SkeletonRows />;
  if (!session.data) return <div className="plain"><main className="center"><ErrorState error={session.error} onRetry={() => void session.refetch()} /></main></div>;
  const { instance } = session.data;
  if (!signedIn)
    return (
      <div className="plain">
        <Banners nature={instance.nature} />
        {instance.setUpNeeded ? <SetUpPage /> : <SignInPage />}
      </div>
    );
  return (
    <Shell ready={ready}>
      <Suspense fallback={<SkeletonRows />}>
        <Switch>
          <Route path="/"><Redirect to="/work" replace /></Route>
          {pages.map(({ path, Page }) => <Route key={path} path={path} component={Page} />)}
          <Route><NotFound /></Route>
        </Switch>
      </Suspense>
    </Shell>
  );
}
