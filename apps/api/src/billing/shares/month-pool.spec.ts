import { type Member, type PoolRules, rawShare, sharesOf, sumOf } from "./month-pool.js";

const rules: PoolRules = {
  method: "AREA",
  areaKind: "CHARGE",
  vacancy: "INCLUDE",
  ratios: [],
  roomUses: [],
  meter: null,
};

const member = (roomCode: string, overrides: Partial<Member> = {}): Member => ({
  roomId: `id-${roomCode}`,
  roomCode,
  roomName: roomCode,
  vacant: false,
  area: "100",
  people: 1,
  ...overrides,
});

const amounts = ({ parts }: ReturnType<typeof sharesOf>) => parts.map(({ amountFen }) => amountFen);

/** The same numbers on every run: a small linear congruential generator. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

test("parts add up, each within one fen of its exact share, whatever the order of the rooms", () => {
  const next = numbers(42);
  for (let round = 0; round < 400; round++) {
    const count = 1 + next(40);
    const rooms = Array.from({ length: count }, (_, index) => {
      const area = `${next(200)}.${String(next(10_000)).padStart(4, "0")}`;
      return member(`${1 + next(9)}-${index}`, { area: area === "0.0000" ? "1" : area });
    });
    const total = 1 + next(1_000_000);
    const sharing = sharesOf(total, rooms, rules);
    expect(sharing.problems).toEqual([]);
    expect(amounts(sharing).reduce((sum, fen) => sum + fen, 0)).toBe(total);
    // exactly: |share × base − total × weight| < base
    const units = (text: string) => BigInt(Math.round(Number(text) * 10_000));
    const base = sharing.parts.reduce((sum, { weight }) => sum + units(weight), 0n);
    for (const { weight, amountFen } of sharing.parts) {
      const off = BigInt(amountFen) * base - BigInt(total) * units(weight);
      expect(off < base && off > -base).toBe(true);
    }
    const reversed = sharesOf(total, rooms.toReversed(), rules);
    const byRoom = (one: typeof sharing) => new Map(one.parts.map(({ roomId, amountFen }) => [roomId, amountFen]));
    expect(byRoom(reversed)).toEqual(new Map([...byRoom(sharing)].toReversed()));
  }
});

test("the fen that remain go to the largest fractions, ties to the lower room code", () => {
  const sharing = sharesOf(100, [member("3"), member("1"), member("2")], rules);
  expect(sharing.parts.map(({ roomCode, amountFen, remainderFen }) => [roomCode, amountFen, remainderFen])).toEqual([
    ["3", 33, 0],
    ["1", 34, 1],
    ["2", 33, 0],
  ]);
});

test.each([
  ["households", { method: "HOUSEHOLD" }, [50, 50]],
  ["people", { method: "PEOPLE" }, [75, 25]],
  [
    "use",
    {
      method: "USE",
      roomUses: [
        { roomId: "id-1", use: "8" },
        { roomId: "id-2", use: "2" },
      ],
    },
    [80, 20],
  ],
  [
    "agreed ratios",
    {
      method: "CUSTOM",
      ratios: [
        { roomId: "id-1", percent: "60" },
        { roomId: "id-2", percent: "40" },
      ],
    },
    [60, 40],
  ],
] as const)("by %s", (_what, overrides, expected) => {
  const rooms = [member("1", { people: 3 }), member("2")];
  expect(amounts(sharesOf(100, rooms, { ...rules, ...overrides }))).toEqual(expected);
});

test("an empty room takes part, is left out, or is counted and billed to nobody", () => {
  const rooms = [member("1"), member("2", { vacant: true })];
  expect(amounts(sharesOf(100, rooms, rules))).toEqual([50, 50]);
  expect(amounts(sharesOf(100, rooms, { ...rules, vacancy: "EXCLUDE" }))).toEqual([100]);
  const borne = sharesOf(100, rooms, { ...rules, vacancy: "BORNE" });
  expect(borne.parts.map(({ amountFen, borne: isBorne }) => [amountFen, isBorne])).toEqual([
    [50, false],
    [50, true],
  ]);
});

test.each([
  ["no rooms", [], {}, /没有参与分摊的房间/],
  ["only empty rooms", [member("1", { vacant: true })], { vacancy: "EXCLUDE" }, /都是空置房/],
  ["a room without the area", [member("1"), member("2", { area: null })], {}, /2没有登记这种面积/],
  ["areas of nothing", [member("1", { area: "0" })], {}, /面积合计为零/],
  ["nobody living there", [member("1", { people: 0 })], { method: "PEOPLE" }, /人数合计为零/],
  ["a room without a use", [member("1")], { method: "USE" }, /没有填写用量/],
  ["uses of nothing", [member("1")], { method: "USE", roomUses: [{ roomId: "id-1", use: "0" }] }, /用量合计为零/],
  [
    "a ratio of a room that is gone",
    [member("1")],
    {
      method: "CUSTOM",
      ratios: [
        { roomId: "id-1", percent: "50" },
        { roomId: "gone", percent: "50" },
      ],
    },
    /不参与分摊/,
  ],
] as [string, Member[], Partial<PoolRules>, RegExp][])("%s cannot be shared", (_what, rooms, overrides, sentence) => {
  const { parts, problems } = sharesOf(100, rooms, { ...rules, ...overrides });
  expect(parts).toEqual([]);
  expect(problems.join()).toMatch(sentence);
});

test("the exact share is shown to four places", () => {
  expect(rawShare(123_457, "89.47", "728.51")).toBe("151.6204…");
  expect(rawShare(100, "1", "2")).toBe("0.5000");
  expect(sumOf(["33.333333", "33.333333", "33.333334"])).toBe("100");
});
