import type { JSX } from 'preact';
import { Card } from '../components/card.js';
import { SkeletonLines, SkeletonTiles } from '../components/skeleton.js';
import { useTexts } from '../i18n/context.js';

/** The first page before its first answer: the same cards in the same places, so that nothing jumps when it comes. */
export function HomeSkeleton(): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <p class="unseen" role="status">
        {t('page.loading')}
      </p>
      <div class="pair pair-even">
        <Card id="connection" title={t('connection.title')} busy>
          <SkeletonLines widths={['wide', 'half', 'short']} />
        </Card>
        <Card id="storefront" title={t('storefront.title')} busy>
          <SkeletonLines widths={['full', 'half', 'wide']} />
        </Card>
      </div>
      <div class="columns">
        <div class="column">
          <Card id="attention" title={t('attention.title')} busy>
            <SkeletonLines widths={['wide', 'half', 'wide', 'half', 'wide', 'half']} />
          </Card>
          <Card id="today" title={t('today.title')} busy>
            <SkeletonTiles count={3} />
            <SkeletonLines widths={['half', 'full', 'wide']} />
          </Card>
          <Card id="conversations" title={t('conversations.title')} busy>
            <SkeletonLines widths={['wide', 'half', 'full', 'short', 'wide', 'half']} />
          </Card>
        </div>
        <div class="column">
          <Card id="answering" title={t('answering.title')} busy>
            <SkeletonLines widths={['wide', 'full', 'half', 'full']} />
          </Card>
          <Card id="knowledge" title={t('knowledge.title')} busy>
            <SkeletonLines widths={['full', 'half', 'short']} />
          </Card>
          <Card id="sites" title={t('sites.title')} busy>
            <SkeletonLines widths={['full', 'wide', 'full', 'full', 'half']} />
          </Card>
        </div>
      </div>
    </>
  );
}
