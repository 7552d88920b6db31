/** Whether a run of digits passes the Luhn check (ISO/IEC 7812-1, annex B), as every payment card number does. */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let d = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) {
      d *= 2;
      if (d > 9) d -= 9;
    }
    sum += d;
  }
  return digits.length > 0 && sum % 10 === 0;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether a text is a resident identity number of mainland China: 17 digits with a birth date, and a check character (GB 11643-1999). */
export function isChineseId(text: string): boolean {
  const m = /^[1-8]\d{5}(?:18|19|20)\d{2}(\d{2})(\d{2})\d{3}[\dXx]$/.exec(text);
  if (m === null) return false;
  const month = Number(m[1]);
  const day = Number(m[2]);
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  let sum = 0;
  ID_WEIGHTS.forEach((w, i) => (sum += w * (text.charCodeAt(i) - 48)));
  return '10X98765432'.charAt(sum % 11) === text.charAt(17).toUpperCase();
}

const S10_WEIGHTS = [8, 6, 4, 2, 3, 5, 9, 7];

/** Whether a text (upper case, no spaces) is a postal item number with a right check digit (UPU S10). */
export function isS10(text: string): boolean {
  const m = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/.exec(text);
  const serial = m?.[1];
  if (serial === undefined) return false;
  let sum = 0;
  S10_WEIGHTS.forEach((w, i) => (sum += w * (serial.charCodeAt(i) - 48)));
  const rest = 11 - (sum % 11);
  return Number(m?.[2]) === (rest === 10 ? 0 : rest === 11 ? 5 : rest);
}

/** Whether a text (upper case, no spaces) is an account number with right check digits (ISO 13616). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  let rest = 0;
  for (const c of text.slice(4) + text.slice(0, 4)) rest = Number(`${rest}${parseInt(c, 36)}`) % 97;
  return rest === 1;
}
