import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ApiError } from '@/shared/api/problem';
import { ErrorNote } from './ErrorState';

it('names each condition that does not hold, with who can make it hold', () => {
  render(<ErrorNote error={new ApiError(409, { title: 'Not possible now', detail: 'IP release: 1 condition does not hold.', unmet: [{ condition: 'Contract executed', owner: 'CON' }] })} />);

  expect(screen.getByRole('listitem').textContent).toMatch(/^Contract executed \(.+\)$/);
});
