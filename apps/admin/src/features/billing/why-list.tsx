import "./charging.css";

/** 为什么是这个金额: how an amount came about, step by step (GEN-03). */
export function WhyList({ sentences }: { sentences: readonly string[] }) {
  return (
    <ol className="why">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ol>
  );
}
