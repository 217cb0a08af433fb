import { expect, test } from 'vitest';
import { portfolioDesk } from '#test/support/portfolio-desk.ts';
import { capacities } from '../store/rules.ts';
import { setCapacity } from './set-capacity.ts';

test('the latest word on somebody’s day holds', async () => {
  await using desk = await portfolioDesk();
  const { ana } = desk;
  const set = (minutesADay: number) =>
    desk.act((context) =>
      setCapacity(context, { memberId: ana, minutesADay, speaks: ['es', 'en', 'es'] }),
    );
  await set(480);
  expect(await set(240)).toEqual({ ok: true, value: { minutesADay: 240, speaks: ['en', 'es'] } });
  expect((await capacities(desk.db)).get(ana)).toEqual({ minutesADay: 240, speaks: ['en', 'es'] });
  const stranger = await desk.act((context) =>
    setCapacity(context, { memberId: desk.companyId, minutesADay: 1, speaks: ['en'] }),
  );
  expect(stranger).toMatchObject({ refusal: 'portfolios.member_not_there' });
});
