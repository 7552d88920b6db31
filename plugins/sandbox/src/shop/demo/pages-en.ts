import type { ShopPage } from '../shop-file.js';

type Written = Omit<ShopPage, 'id' | 'updatedAt'>;

/** Help pages in English: questions as shoppers ask them, answers with figures. */
export const PAGES_EN: readonly Written[] = [
  {
    handle: 'faq-tracking', locale: 'en', title: 'Where is my parcel?',
    body: `<h2>How do I track my order?</h2><p>Sign in and open "My orders", or ask in the chat with your order number and the e-mail address or telephone number of the order. The tracking number is also in the shipping e-mail.</p>
<h2>The tracking number shows nothing</h2><p>The carrier's first scan may take up to 24 hours after our e-mail, 48 hours at weekends.</p>
<h2>My parcel has not moved for days</h2><p>If there is no new scan for 7 days, tell us. We ask the carrier, and if the parcel is not found within 3 working days we send a new one or refund you, as you prefer.</p>
<h2>It says delivered, but I have nothing</h2><p>Look around the door and ask neighbours, then tell us within 14 days. We open an inquiry with the carrier; it takes up to 5 working days, after which you get a replacement or a refund.</p>
<h2>I missed the delivery</h2><p>The carrier tries again on the next working day, three times in all. After that the parcel waits 5 days at the nearest collection point and then comes back to us.</p>`,
  },
  {
    handle: 'faq-change-cancel', locale: 'en', title: 'Changing or cancelling an order',
    body: `<h2>Can I cancel my order?</h2><p>Yes, at no cost, until it is packed: usually two hours after you ordered, longer at night and at weekends. Ask in the chat with the order number. Once it is packed it cannot be stopped; refuse the parcel or return it within 30 days.</p>
<h2>Can I change the delivery address?</h2><p>Until the shipping label is printed, within the same country. Later the carrier can often redirect the parcel; the link is in the tracking e-mail.</p>
<h2>Can I add or remove an article?</h2><p>Articles can be removed until packing. Adding one is not possible; please place a second order. If both are waiting, we put them into one parcel and refund the second shipping cost.</p>
<h2>Can I change size or colour?</h2><p>Until packing, if the other one is in stock and costs the same. Afterwards use the free exchange.</p>`,
  },
  {
    handle: 'faq-payment', locale: 'en', title: 'Payment',
    body: `<h2>How can I pay?</h2><p>Visa, Mastercard, American Express, Apple Pay, Google Pay, Shop Pay, PayPal, Alipay and WeChat Pay. No cash on delivery. Bank transfer only for company orders above $500.</p>
<h2>When is my card charged?</h2><p>The amount is reserved when you order and charged when the parcel leaves. A reservation of a cancelled order disappears within 7 days.</p>
<h2>Can I pay in instalments?</h2><p>In the United States with Shop Pay: four payments without interest for orders from $50 to $3,000.</p>
<h2>My payment failed</h2><p>Nothing was charged. Check the billing address and the card's limit, or try another way to pay; your basket is kept for 10 days.</p>
<h2>I was charged twice</h2><p>Usually one of the two is a reservation that vanishes within 7 days. If both stay, send us the statement lines without the card number.</p>`,
  },
  {
    handle: 'faq-invoice', locale: 'en', title: 'Invoices and company orders',
    body: `<h2>Where is my invoice?</h2><p>A PDF invoice comes by e-mail when the parcel leaves. You can ask for it again in the chat for 7 years.</p>
<h2>Can I have a company name or VAT number on it?</h2><p>Enter both at checkout, or ask within 90 days after the order; afterwards invoices can no longer be changed. With a valid EU VAT number, orders to other EU countries are invoiced without VAT.</p>
<h2>Discounts for companies</h2><p>From 10 pieces of one article 8 % off, from 50 pieces 12 %. Write to business@fernway.example; you get an offer within 2 working days.</p>`,
  },
  {
    handle: 'faq-warranty', locale: 'en', title: 'Warranty and repairs',
    body: `<h2>How long is the warranty?</h2><p>Two years on everything, five years on tent poles and backpack seams, for life on cast iron. It begins on the day of delivery.</p>
<h2>How do I claim?</h2><p>Send the order number, a photograph and a sentence about what happened. We answer within 2 working days: repair, spare part, replacement or money back. Postage is ours.</p>
<h2>Repairs after the warranty</h2><p>Zips $18, tent poles $22 a section, jacket patches $12, each plus postage. Repairs take about 3 weeks.</p>
<h2>Spare parts</h2><p>Pegs, guy lines, lids, seals and filter cartridges can be ordered in the chat, also for articles that are no longer made.</p>`,
  },
  {
    handle: 'size-guide', locale: 'en', title: 'Size guide',
    body: `<h2>Jackets, shirts and trousers</h2><table><tr><th>Size</th><th>Chest</th><th>Waist</th><th>Height</th></tr><tr><td>XS</td><td>82–88 cm</td><td>68–74 cm</td><td>158–165 cm</td></tr><tr><td>S</td><td>88–94 cm</td><td>74–80 cm</td><td>163–172 cm</td></tr><tr><td>M</td><td>94–101 cm</td><td>80–87 cm</td><td>170–178 cm</td></tr><tr><td>L</td><td>101–108 cm</td><td>87–94 cm</td><td>176–184 cm</td></tr><tr><td>XL</td><td>108–116 cm</td><td>94–102 cm</td><td>182–190 cm</td></tr></table><p>Between two sizes take the larger one for jackets and the smaller one for merino shirts.</p>
<h2>Shoes</h2><p>Measure your foot in the evening. EU 38 = 24.0 cm, 39 = 24.7, 40 = 25.3, 41 = 26.0, 42 = 26.7, 43 = 27.3, 44 = 28.0, 45 = 28.7. Tor boots run true to size. Brook trail shoes come up small: take one size more.</p>
<h2>Sleeping bags and backpacks</h2><p>Regular bags fit up to 183 cm, Long up to 198 cm. For the Switchback 55 measure from the seventh neck vertebra to the top of the hip bones: 41–48 cm is S/M, 46–54 cm M/L.</p>`,
  },
  {
    handle: 'care-guide', locale: 'en', title: 'Care guide',
    body: `<h2>Cast iron</h2><p>Rinse with hot water, dry on the hob, rub in a drop of oil. No dishwasher. Rust comes off with salt and half a potato; then season it again for an hour at 230 °C.</p>
<h2>Wool and merino</h2><p>Air it first. Wash at 30 °C in the wool programme with wool soap, do not wring, dry flat.</p>
<h2>Down</h2><p>30 °C, down soap, two rinses; tumble on low with two tennis balls until nothing clumps, about three hours. Store it loose, never compressed.</p>
<h2>Waterproof jackets and tents</h2><p>Jackets: 30 °C, liquid detergent, no softener; ten minutes of warm tumbling revives the finish. Tents: sponge and water only, dry completely before packing.</p>
<h2>Wood and bamboo</h2><p>Wipe, dry, oil once a month (boards) or once a year (furniture).</p>`,
  },
  {
    handle: 'gifts', locale: 'en', title: 'Gifts and gift wrapping',
    body: `<h2>Gift wrapping</h2><p>$4.50 per article, in recycled paper with a cotton ribbon. A hand-written card with up to 200 characters is included. Furniture and tents cannot be wrapped.</p>
<h2>Will the recipient see the price?</h2><p>No. There are no prices on the packing slip; the invoice goes to you by e-mail.</p>
<h2>Gift cards</h2><p>$25, $50, $100 or $200, sent by e-mail within minutes or on a day you choose. They never expire, may be used in parts, and cannot be returned or paid out.</p>
<h2>Returning a gift</h2><p>With the order number or the card inside the parcel, within 30 days after delivery, for a gift card of the same value.</p>`,
  },
  {
    handle: 'international-customs', locale: 'en', title: 'International orders and customs',
    body: `<h2>Do I have to pay customs duty?</h2><p>Not in the European Union, the United Kingdom, Canada and mainland China: duties and taxes are included, nothing is due at the door. In all other countries the recipient pays import tax to the carrier.</p>
<h2>Which plug do I get?</h2><p>Kettles and lamps come with a US, EU or CN plug; choose it on the product page. The United Kingdom gets the EU plug with an adapter in the box.</p>
<h2>Can I return from abroad?</h2><p>Yes, within 30 days. You pay the postage and write "returned goods" on the customs form. From mainland China returns go to Hangzhou and are free.</p>
<h2>Can you ship to another country than mine?</h2><p>Yes, to every country on the shipping page. The payment card may be from anywhere.</p>`,
  },
  {
    handle: 'store-pickup', locale: 'en', title: 'Picking up in Oakland',
    body: `<h2>How does pick-up work?</h2><p>Choose "Pick up in Oakland" at checkout; it costs nothing. Your order is ready within 4 opening hours and we tell you by e-mail. Bring the order number and an identity card.</p>
<h2>How long do you keep it?</h2><p>7 days. Then it goes back to the shelf and you are refunded.</p>
<h2>Opening hours</h2><p>Tuesday to Saturday 10:00–18:00, 100 Sample Street, Oakland. Closed on public holidays. Returns are taken here too.</p>`,
  },
  {
    handle: 'circle', locale: 'en', title: 'Fernway Circle: points and discounts',
    body: `<h2>How do points work?</h2><p>One point for each dollar; 100 points are worth $5 at checkout. Points are booked 30 days after delivery and last 24 months.</p>
<h2>Student discount</h2><p>10 % with a student address; write to us from it once a year.</p>
<h2>My code does not work</h2><p>One code per order; WELCOME10 only for the first order; no codes on gift cards and "Final sale". Capital letters do not matter. If it still fails, send us the code before you order: discounts cannot be added later.</p>
<h2>Price protection</h2><p>If an article gets cheaper here within 14 days after your order, we refund the difference. Just ask.</p>`,
  },
  {
    handle: 'account-and-data', locale: 'en', title: 'Your account and your data',
    body: `<h2>I forgot my password</h2><p>Choose "Forgot password" on the sign-in page. The link in the e-mail works for one hour. Look into the spam folder too.</p>
<h2>Do I need an account?</h2><p>No, you can order as a guest. To ask about such an order we need its number and the e-mail address or telephone number you gave.</p>
<h2>How do I change my e-mail address?</h2><p>Under "My account", with a confirmation sent to both addresses.</p>
<h2>How do I delete my account?</h2><p>Ask in the chat or at privacy@fernway.example. It takes at most 30 days and cannot be undone. Points and gift-card balances end with it.</p>`,
  },
  {
    handle: 'stock', locale: 'en', title: 'Availability and back in stock',
    body: `<h2>When will it be back?</h2><p>Sold-out sizes and colours usually return within 4 weeks. Press "Tell me" on the product page and you get one e-mail on the day it arrives. We cannot reserve articles.</p>
<h2>Will an archived article return?</h2><p>No. Articles without a price are no longer made; spare parts are still available.</p>
<h2>Pre-orders</h2><p>A pre-order shows its date. It is charged when it is sent and can be cancelled until then.</p>
<h2>Is this article in the Oakland shop?</h2><p>Ask in the chat with the article number (for example RDG-200-MOS); we look it up.</p>`,
  },
];
