const escaped = (text) => String(text).replaceAll(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** How the channel is to tell the merchant of a payment made on the page. */
export const behaviours = {
  now: "马上通知",
  twice: "同时通知两次",
  never: "不通知（丢失）",
};

/** What the payer sees on his telephone. */
export function payPage({ tradeNo, amountFen, description, state }) {
  const labels = { WAITING: "待支付", PAID: "支付成功", CLOSED: "订单已关闭" };
  const choices = Object.entries(behaviours)
    .map(([value, label]) => `<option value="${value}">${label}</option>`)
    .join("");
  const form =
    state === "WAITING"
      ? `<form method="post"><label>通知 <select name="notify">${choices}</select></label><button>确认支付</button></form>`
      : "";
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>付款</title><style>body{font:16px sans-serif;max-width:24em;margin:2em auto;padding:0 1em}b{font-size:2em}button{padding:.6em 2em;margin-left:1em}</style>
<h1>付款人的手机（模拟）</h1><p>${escaped(description)}</p><p><b>${(amountFen / 100).toFixed(2)}</b> 元</p>
<p>订单 ${escaped(tradeNo)}：<span id="state">${labels[state]}</span></p>${form}</html>`;
}
