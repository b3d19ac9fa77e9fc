import fc from "fast-check";
import { addDays } from "../../src/common/calendar.js";
import { ok } from "../../src/billing/debit/debit.factories.js";
import { step } from "./step.js";

/** The second room is handed over, or its notice given, or the day put right; what was issued stays (BIL-14). */
export const handOver = step(
  "handOver",
  fc.record({ day: fc.integer({ min: -50, max: 30 }), isNotice: fc.boolean() }),
  {
    can: ({ start }) => start !== null,
    does: async (model, { at, clerk }, { day, isNotice }) => {
      const room = model.rooms[1]!;
      const on = addDays(model.today, day);
      if (isNotice && model.start!.rule === "NOTICE") room.noticedOn = on;
      else [room.handedOverOn, room.state] = [on, "OCCUPIED"];
      const { state, noticedOn: handoverNoticedOn, handedOverOn } = room;
      await ok(
        clerk.put(`${at}/rooms/${room.id}/state`, { state, purpose: "RESIDENCE", handoverNoticedOn, handedOverOn }),
      );
    },
  },
);
