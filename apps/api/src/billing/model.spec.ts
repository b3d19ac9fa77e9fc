import fc from "fast-check";
import { agree, monthsAgree, shown } from "../../test/billing-model/agree.js";
import {
  askWaiver,
  bill,
  billByHand,
  decideWaiver,
  freeze,
  reverseCharge,
  reverseWaiver,
} from "../../test/billing-model/billing-steps.js";
import { coverage } from "../../test/billing-model/coverage.js";
import { debit, debitLine, debitReturn, voidBatch } from "../../test/billing-model/debit-steps.js";
import { handOver } from "../../test/billing-model/handover-step.js";
import { pay, payLateFees, prepay } from "../../test/billing-model/money-steps.js";
import { close, passDays, reopen } from "../../test/billing-model/month-steps.js";
import { offset } from "../../test/billing-model/offset-step.js";
import { askRecalculation, changePrice, decideRecalculation } from "../../test/billing-model/recalculation-steps.js";
import {
  askBack,
  askReversal,
  decideReversal,
  payBack,
  refund,
  reverseReceipt,
} from "../../test/billing-model/refund-steps.js";
import { remit, remittancesAgree, reverseRemittance } from "../../test/billing-model/remittance-steps.js";
import { review } from "../../test/billing-model/review-step.js";
import type { Step } from "../../test/billing-model/step.js";
import { aTown, theStaff, type TownTerms } from "../../test/billing-model/town.js";
import { transfer } from "../../test/billing-model/transfer-step.js";
import { checkInvariants } from "../../test/invariants.js";
import { checkReports } from "../../test/reports-agree.js";
import { startTestApp } from "../../test/test-app.js";
import { verifySeals } from "./seals/seal.js";

/**
 * The books against a model of them (BIL-140…144): random sequences of what people do to a town of two rooms, one with
 * two spaces that are charged by themselves, over HTTP, each answer and after each step every charge and balance compared
 * with lists of plain things in whole fen (test/billing-model), whose late fees and prices are counted day by day. After
 * each sequence what the API shows and the closing of every month agree, the invariants hold, the seals of closed months
 * are whole, and the reports of one day agree with each other.
 *
 * Each sequence has a project and a clock of its own; several are under way at once, drawn from a seed each.
 *
 * Verbs: bill a month (behind or ahead), charge by hand (the room, a space, a vehicle; also for others), pay (whole,
 * part, too much, with late fees, change, from prepayments, dated back), prepay (general, item), review receipts,
 * offset, waive (ask, approve, turn down, take back), book late fees, reverse a charge, reverse a receipt (alone, or
 * asked of a second person), refund (red receipt, balance, what a transfer promised), debit (export, return in whole,
 * in part, failed, missing; settle a missing line; void), transfer (debts stay or are assumed, money goes back or over;
 * again and again, also back), remit what was collected for others and take that back, change a price and its late fees
 * (within a month, of billed months too), recalculate what was billed (list, approve or turn down; left out or refused
 * for what happened since), hand a room over (by each policy of who bears it until then), close (a month that is over,
 * or early), reopen, days passing.
 *
 * What it does not cover: meters, shares, discounts, vacancies, disputes, deposits, write-offs, corrections after
 * payment, split and merge, shifts and books, cycles and prorations other than whole months by days, several payers of
 * a room, merged customers, named allocation rules, refusals of transfers that are blocked, concurrency (storm.spec.ts)
 * and crashes (*-kill.spec.ts).
 */

/** Sequences to try: a handful in `npm test`, thousands by `pnpm --filter @linli/api model --runs N` (CONTRIBUTING.md). */
const runs = Number(process.env.MODEL_RUNS ?? 8);
const seed = Number(process.env.MODEL_SEED ?? Date.now() % 2_147_483_647);
const path = process.env.MODEL_PATH;
/** Sequences under way at once: while one waits for the database others are answered. */
const lanes = path ? 1 : Math.min(Number(process.env.MODEL_LANES ?? 4), runs);
/** In `npm test` no sequence begins after so long; one that has begun is played to its end. */
const lasts = process.env.MODEL_RUNS || path ? Infinity : 18_000;
/** A request holds a connection or two, a job one more. */
const app = await startTestApp({ DATABASE_POOL: String(3 * lanes + 4) });
let staff = await theStaff(app);
let signedInAt = Date.now();
/** A sign-in ends after a quarter of an hour of real time; long runs sign in again. */
const SIGN_IN_MS = 10 * 60_000;
afterAll(async () => {
  if (process.env.MODEL_RUNS) process.stdout.write(`${coverage()}\n`);
  await app.close();
});

const terms = fc.record({
  graceDays: fc.constantFrom(0, 0, 3, 10),
  graceIsFree: fc.boolean(),
  unit: fc.constantFrom("DAY" as const, "MONTH_BEGUN" as const, "MONTH_FULL" as const),
  cap: fc.constantFrom(null, 500, 3_000),
  rates: fc.tuple(fc.constantFrom(50, 137), fc.constantFrom(60, 300)),
  wholeBillsOnly: fc.boolean(),
  reviewedOnly: fc.constantFrom(false, false, true),
  reversalApproval: fc.constantFrom("NEVER" as const, "NEVER" as const, "OLDER" as const, "ALWAYS" as const),
  start: fc.option(
    fc.record({
      rule: fc.constantFrom("HANDOVER" as const, "NOTICE" as const, "NEXT_MONTH" as const),
      noticeDays: fc.constantFrom(0, 15, 30),
      isWholeMonth: fc.boolean(),
      isLacking: fc.boolean(),
    }),
  ),
});

/** How often each is drawn: verbs that move the story on more often, so that the others find something to do. */
const WEIGHTS: readonly (readonly [number, fc.Arbitrary<Step>])[] = [
  [3, passDays],
  [3, bill],
  [2, billByHand],
  [5, pay],
  [1, payLateFees],
  [1, prepay],
  [1, offset],
  [1, freeze],
  [1, askWaiver],
  [3, decideWaiver],
  [2, reverseWaiver],
  [1, reverseCharge],
  [2, reverseReceipt],
  [2, review],
  [1, askReversal],
  [2, decideReversal],
  [1, refund],
  [1, askBack],
  [1, payBack],
  [2, debit],
  [3, debitReturn],
  [4, debitLine],
  [1, voidBatch],
  [1, transfer],
  [3, changePrice],
  [4, askRecalculation],
  [4, decideRecalculation],
  [1, handOver],
  [2, remit],
  [1, reverseRemittance],
  [2, close],
  [1, reopen],
];
const steps = () =>
  fc.commands(
    WEIGHTS.flatMap(([weight, verb]) => Array.from({ length: weight }, () => verb)),
    { maxCommands: 90, size: "max", replayPath: process.env.MODEL_REPLAY },
  );

/** No sequence begins after this moment, which comes when one fails. */
let until = Infinity;

/** One sequence, from an empty town to the last check. */
async function play(given: TownTerms, sequence: Iterable<Step>): Promise<void> {
  if (Date.now() > until) return;
  if (Date.now() - signedInAt > SIGN_IN_MS) [staff, signedInAt] = [await theStaff(app), Date.now()];
  const { model, real } = await aTown(app, staff, given);
  await fc.asyncModelRun(() => ({ model, real }), sequence);
  agree(model, await shown(real));
  await monthsAgree(model, real);
  await remittancesAgree(model, real);
  await checkInvariants(app.db, real.projectId);
  await checkSeals(real.projectId);
  await checkReports(real.clerk, real.at, "2026-01", model.today);
}

/** Whatever came later, closed months are as they were sealed (BIL-90). */
async function checkSeals(projectId: string): Promise<void> {
  const broken = (await verifySeals(app.db, projectId)).filter(({ intact }) => !intact);
  if (broken.length > 0) throw new Error(`seals are broken: ${JSON.stringify(broken)}`);
}

/** The sequences of one seed, one after the other. */
async function playLane(lane: number): Promise<void> {
  const numRuns = Math.ceil((runs - lane) / lanes);
  const endOnFailure = process.env.MODEL_SHRINK === undefined;
  try {
    await fc.assert(fc.asyncProperty(terms, steps(), play), { numRuns, seed: seed + lane, path, endOnFailure });
  } catch (error) {
    until = 0;
    throw error;
  }
}

test(
  `the books agree with a simple model after every step of any sequence (MODEL_SEED=${seed})`,
  async () => {
    until = Date.now() + lasts;
    const played = Array.from({ length: lanes }, (_, lane) => app.clock.apart(() => playLane(lane)));
    await Promise.allSettled(played);
    await Promise.all(played);
  },
  (runs + (process.env.MODEL_SHRINK ? 60 : 0)) * 60_000,
);
