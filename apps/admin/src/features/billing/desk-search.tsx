import { SearchOutlined } from "@ant-design/icons";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { DeskMatchDto } from "@linli/contracts";
import { App, Input, type InputRef } from "antd";
import { useDeferredValue, useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Money } from "../../components/money";
import { errorText } from "../../lib/api-error";
import { useProjectId } from "../../lib/session";
import { deskQueries } from "./collection.queries";

/** Finds whom the cashier has before him: type, Enter. Arrow keys choose another hit. `focusOn` changes to take the focus. */
export function DeskSearch({ onPick, focusOn }: { onPick: (match: DeskMatchDto) => void; focusOn: number }) {
  const projectId = useProjectId();
  const client = useQueryClient();
  const { message } = App.useApp();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const q = useDeferredValue(text.trim());
  const { data, isFetching, isPlaceholderData } = useQuery({ ...deskQueries.search(projectId, q), enabled: q !== "" });
  const matches = q === "" ? [] : (data?.items ?? []);
  const isShown = isOpen && q !== "" && (matches.length > 0 || !isFetching);

  useEffect(() => input.current?.focus({ cursor: "all" }), [focusOn]);

  function pick(match: DeskMatchDto) {
    setText("");
    setOpen(false);
    setActive(0);
    onPick(match);
  }

  /** Enter may come before the hits of what was typed last. */
  async function pickFirst() {
    const typed = text.trim();
    if (typed === "") return;
    const chosen = typed === q && !isPlaceholderData ? matches[active] : undefined;
    if (chosen) return pick(chosen);
    try {
      const { items } = await client.fetchQuery(deskQueries.search(projectId, typed));
      if (items[0]) pick(items[0]);
      else void message.info(`没有找到“${typed}”`);
    } catch (error) {
      void message.error(errorText(error));
    }
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) void pickFirst();
    if (event.key === "Escape") setOpen(false);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || matches.length === 0) return;
    event.preventDefault();
    setOpen(true);
    setActive((active + step + matches.length) % matches.length);
  }

  return (
    <div className="desk-search">
      <Input
        ref={input}
        size="large"
        prefix={<SearchOutlined />}
        placeholder="房号、姓名、电话后四位、车牌或收据号，按 Enter"
        aria-label="查找房间或客户"
        role="combobox"
        aria-expanded={isShown}
        aria-controls="desk-matches"
        aria-activedescendant={isShown && matches[active] ? `desk-match-${active}` : undefined}
        autoComplete="off"
        maxLength={50}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setTimeout(() => setOpen(false), 150)}
        onKeyDown={handleKeyDown}
      />
      <ul id="desk-matches" role="listbox" aria-label="查找结果" className="desk-matches" hidden={!isShown}>
        {matches.map((match, index) => (
          <li
            key={`${match.kind}${match.id}`}
            id={`desk-match-${index}`}
            role="option"
            aria-selected={index === active}
            className={index === active ? "active" : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(match)}
            onMouseEnter={() => setActive(index)}
          >
            <span className="desk-match-kind">{match.kind === "ROOM" ? "房间" : "客户"}</span>
            <b className="figures">{match.title}</b>
            <span className="desk-match-more">{match.subtitle}</span>
            {match.openFen > 0 && (
              <span className="desk-match-open">
                欠 <Money fen={match.openFen} />
              </span>
            )}
          </li>
        ))}
        {matches.length === 0 && <li className="desk-no-match">没有找到“{q}”</li>}
      </ul>
    </div>
  );
}
