import type { JSX } from 'preact';
import type { Storefront } from '../api/overview.js';
import { Badge } from '../components/badge.js';
import { Button, OutLink } from '../components/button.js';
import { Card } from '../components/card.js';
import { useTexts } from '../i18n/context.js';

interface StorefrontCardProps {
  storefront: Storefront;
  checking: boolean;
  onCheck: () => void;
}

/** The switch that puts the chat on the storefront. It lives in the theme, so this shows it and leads there. */
export function StorefrontCard({ storefront, checking, onCheck }: StorefrontCardProps): JSX.Element {
  const { t } = useTexts();
  const state = storefront.state ?? 'unknown';
  const tone = state === 'on' ? 'success' : state === 'off' ? 'attention' : 'neutral';
  return (
    <Card id="storefront" title={t('storefront.title')} aside={<Badge tone={tone}>{t(`storefront.${state}`)}</Badge>}>
      <p>{t(`storefront.${state}.text`)}</p>
      <div class="row">
        {storefront.switchUrl === null ? null : (
          <OutLink href={storefront.switchUrl} target="_top" kind={state === 'off' ? 'primary' : 'secondary'}>
            {t(state === 'off' ? 'storefront.turnOn' : 'storefront.open')}
          </OutLink>
        )}
        <Button icon="refresh" busy={checking} onClick={onCheck}>
          {t('action.checkAgain')}
        </Button>
      </div>
      {storefront.switchUrl === null ? null : <p class="subdued">{t('storefront.recheck')}</p>}
    </Card>
  );
}
