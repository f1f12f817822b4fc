/** How HTML marks words of another language than that of the pages. */
export interface LanguageMarks {
  /** BCP 47; empty where nobody knows it. */
  readonly lang?: string;
  /** `auto`: that of the first letter with a direction. */
  readonly dir?: 'ltr' | 'rtl' | 'auto';
}

/** The marks of words in a language; none for English. */
export function languageMarks(tag: string | undefined): LanguageMarks {
  if (tag === 'en') return {};
  return { lang: tag ?? '', dir: tag === undefined ? 'auto' : directionOf(tag) };
}

function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  try {
    // Older versions of V8 have a property instead of the method; TypeScript knows neither.
    const locale: Intl.Locale & { getTextInfo?: () => TextInfo; textInfo?: TextInfo } = new Intl.Locale(tag);
    return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'auto';
  } catch {
    // No language tag, though it looks like one.
    return 'auto';
  }
}

interface TextInfo {
  readonly direction?: 'ltr' | 'rtl';
}
