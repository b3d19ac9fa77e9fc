/** Fewest characters of a password (LAW-50). */
export const PASSWORD_MIN = 10;
/** Most characters of a password; more would only cost work. */
export const PASSWORD_MAX = 128;
/** A password serves this many days. */
export const PASSWORD_DAYS = 90;
/** So many former passwords may not come back. */
export const PASSWORD_HISTORY = 5;

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/];

/**
 * Reason to refuse a new password, or null (LAW-50): at least ten characters, three of the four classes, neither the
 * mobile number nor the name in it. That it is none of the last five only the API can tell.
 */
export function passwordFault(password: string, person: { mobile?: string; name?: string } = {}): string | null {
  if (password.length < PASSWORD_MIN) return `密码至少 ${PASSWORD_MIN} 个字符`;
  if (password.length > PASSWORD_MAX) return `密码不能超过 ${PASSWORD_MAX} 个字符`;
  if (/[\u0000-\u001f\u007f]/.test(password)) return "密码不能含有控制字符";
  if (CLASSES.filter((one) => one.test(password)).length < 3) return "密码须含小写字母、大写字母、数字、符号中的三种";
  if (new Set(password).size < 5) return "密码重复的字符太多";
  if (person.mobile && password.includes(person.mobile)) return "密码不能含有自己的手机号";
  const name = person.name?.toLowerCase();
  if (name && name.length > 1 && password.toLowerCase().includes(name)) return "密码不能含有自己的姓名";
  return null;
}
