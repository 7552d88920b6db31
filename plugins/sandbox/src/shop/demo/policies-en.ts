import type { ShopPolicy } from '../shop-file.js';

/** The shop's policies in English. Figures here, in policies-zh.ts and in the FAQ pages are the same. */
export const POLICIES_EN: readonly ShopPolicy[] = [
  {
    type: 'SHIPPING_POLICY', locale: 'en', title: 'Shipping',
    body: `<h2>When your order leaves</h2>
<p>Orders paid before 14:00 Pacific time on a working day leave our warehouse the same day, later ones the next working day. In sale weeks packing may take up to two working days. We do not ship at weekends or on US public holidays.</p>
<h2>United States</h2>
<ul><li>Standard: 3–5 working days, $5.95, free from $59.</li><li>Express: 2 working days, $14.95. Order before 14:00 Pacific time.</li><li>Large parcels (family tent, floor lamp): 5–8 working days, $19. The reading armchair comes by appointment, $69, carried into the room.</li><li>Alaska, Hawaii and Puerto Rico: 7–10 working days, $15.95, no express.</li></ul>
<h2>Mainland China</h2>
<p>Parcels leave from Hangzhou with SF Express: 2–4 days, $4 (about ¥29), free from $30. Xinjiang, Tibet, Qinghai and Inner Mongolia: 5–8 days at the same price.</p>
<h2>Other countries</h2>
<table><tr><th>Region</th><th>Time</th><th>Price</th><th>Free from</th></tr>
<tr><td>Canada</td><td>5–8 working days</td><td>$12.95</td><td>$120</td></tr>
<tr><td>European Union, United Kingdom, Norway, Switzerland</td><td>6–10 working days</td><td>$18.95</td><td>$150</td></tr>
<tr><td>Hong Kong, Macau, Taiwan</td><td>4–7 days</td><td>$9.95</td><td>$80</td></tr>
<tr><td>Japan, South Korea, Singapore, Australia, New Zealand</td><td>7–12 working days</td><td>$22.95</td><td>$180</td></tr></table>
<p>We do not ship to other countries yet, nor to post-office boxes with large parcels.</p>
<h2>Restrictions</h2>
<p>Power banks and other lithium batteries travel by ground and only within the contiguous United States and mainland China. Knives are handed only to somebody over 18.</p>
<h2>Tracking and split parcels</h2>
<p>You get an e-mail with the tracking number as soon as the parcel is handed to the carrier; the first scan may take 24 hours. If one article is out of stock we send the rest at once and the missing one later, at our cost.</p>`,
  },
  {
    type: 'REFUND_POLICY', locale: 'en', title: 'Returns and refunds',
    body: `<h2>30 days to change your mind</h2>
<p>You can return any article within 30 days after delivery if it is unused, complete and in its original packaging. Trying on shoes indoors or pitching a tent once on clean grass is fine.</p>
<h2>How to return</h2>
<ol><li>Write to us in the chat or at service@fernway.example with your order number and what you send back.</li><li>You get a return label by e-mail within one working day.</li><li>Hand in the parcel within 14 days after getting the label.</li></ol>
<h2>What a return costs</h2>
<p>In the United States $6.95 for the label is taken off the refund. In mainland China returns are free: our return-shipping insurance pays. From other countries you pay the postage yourself. When an article is faulty or we sent the wrong one, the return is free everywhere.</p>
<h2>When the money comes</h2>
<p>We check the parcel and release the refund within 5 working days after it reaches the warehouse. It goes back to the original means of payment: cards show it 3–7 working days later, PayPal within 2, Alipay and WeChat Pay within 3. Shipping costs are refunded only if everything in the order was faulty or wrong.</p>
<h2>Faulty, damaged or wrong articles</h2>
<p>Tell us within 7 days after delivery and send a photograph. You choose between a replacement, which leaves within one working day, and a full refund; usually we do not need the article back.</p>
<h2>What cannot be returned</h2>
<ul><li>Gift cards.</li><li>Engraved mugs and anything else made for you.</li><li>Down pillows with a broken seal.</li><li>Articles marked "Final sale".</li></ul>
<h2>Exchanges</h2>
<p>A different size or colour is exchanged once per article without any shipping cost in the United States and mainland China, as long as it is in stock. Elsewhere please return the article and order again.</p>`,
  },
  {
    type: 'PRIVACY_POLICY', locale: 'en', title: 'Privacy',
    body: `<h2>What we keep</h2>
<p>Your name, addresses, e-mail address, telephone number, orders and conversations with us. Card numbers never reach us; the payment provider keeps them.</p>
<h2>What it is for</h2>
<p>For carrying out orders, for answering you, and for the invoices that the law makes us keep. Newsletters only if you subscribed; every one has a link to stop them.</p>
<h2>Who else sees it</h2>
<p>The carrier sees your name, address and telephone number; the payment provider sees the amount. We sell nothing to anybody.</p>
<h2>How long</h2>
<p>Conversations for 12 months, orders for 7 years because of tax law, everything else until you close your account.</p>
<h2>Your rights</h2>
<p>Ask in the chat or at privacy@fernway.example for a copy of your data or for its deletion. We answer within 30 days. Deletion cannot be undone; invoices are kept as the law demands.</p>
<h2>The chat</h2>
<p>Our chat is answered by an automatic assistant first; it says so. You can ask for a human at any time.</p>`,
  },
  {
    type: 'TERMS_OF_SERVICE', locale: 'en', title: 'Terms of service',
    body: `<h2>Who sells</h2>
<p>Fernway Home &amp; Outdoor, 100 Sample Street, Oakland, California. A contract comes into being when we confirm that your order has been sent.</p>
<h2>Prices</h2>
<p>Prices are in US dollars and, within the United States, without sales tax, which is added at checkout. For the European Union, the United Kingdom and mainland China taxes are included. If an article gets cheaper in our shop within 14 days after your order, we refund the difference when you ask.</p>
<h2>Discount codes</h2>
<p>One code per order; codes do not apply to gift cards or articles marked "Final sale". WELCOME10 takes 10 % off a first order.</p>
<h2>Warranty</h2>
<p>Two years on everything; five years on tent poles and on the seams of backpacks; for life on cast iron. Wear, and damage by misuse, are not covered.</p>
<h2>Law</h2>
<p>The law of California applies. Consumers keep the protection of the law where they live.</p>`,
  },
  {
    type: 'CONTACT_INFORMATION', locale: 'en', title: 'Contact',
    body: `<h2>Chat</h2><p>At any hour on every page. Our people are there Monday to Friday 8:00–18:00 and Saturday 9:00–15:00 Pacific time; in Chinese every day 9:00–21:00 Beijing time.</p>
<h2>E-mail</h2><p>service@fernway.example, answered within one working day.</p>
<h2>Telephone</h2><p>+1 555 0100 200, Monday to Friday 8:00–18:00 Pacific time.</p>
<h2>Shop</h2><p>100 Sample Street, Oakland, California 94607. Tuesday to Saturday 10:00–18:00. Orders can be picked up here.</p>`,
  },
];
