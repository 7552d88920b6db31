/** As the templates, but without any name or address: what looks like one. Own texts. */
export const NOTHING_EN = String.raw`
Website: www.shop.example
His medication includes {medicine}.
takes {medicine} and {medicine} daily
was prescribed {medicine}
The medication {medicine} is sold out.
The doctor prescribed {medicine} for her condition.
He has been diagnosed with {illness}.
symptoms such as {illness} and {illness}
She suffers from {illness}, {illness} and shortness of breath.
My birthday is on {weekday}.
My order came with a card.
C'mon, send it already
He's waiting
She's happy, it's fine
See Great Albums of the 90s
We liked {thing} and {thing} best.
"{thing} {thing}" is my favourite song
{thing} is a {year} film
the band {thing} plays at {thing}
Phone: {phone}
Mobile: {phone}
Desk: {phone}
Fax: {phone}
Tel: {phone}\nFax: {phone}
Personal Info:\nPhone: {phone}\nE-mail: {email}
E-mail: {email}\nWebsite: http://www.example.com
Job: {job}
reference {code}
ssn {id}
my ssn is {id}
id {id}
tel {phone}
email {email}
iban {code}
ip {number}
vat {code}
sku {code}
No. {number} and {number}
Order no. {number} and {number}
listed under {caps} {caps} {thing} {code}.
The payment is identified as {caps} {thing} {code}
details include "{caps} {caps} {brand} {code}."
see {caps}/{caps} {caps}
The payment {code} was booked twice.
Transaction {code} {org}
{org} {code}
charged by {brand} {code}
Do you ship to {city}?
How long does it take to {city}, {country}?
I live in {city}.
I'm from {country}
I am in {city} right now
We are moving to {country} in {month}.
Is there a shop in {city}?
Shipping to {country} costs how much?
The {product} is made in {country}.
I ordered {product} on {date}.
Is the {product} still available?
I bought a {brand} {product} last {month}.
Is {brand} better than {brand}?
Do you sell {brand}?
The {brand} App does not open.
Where is my {brand} package?
{brand} says it was delivered on {weekday}.
Tracking from {brand} shows {city}.
I paid with {brand} Pay.
Do you take Visa, Mastercard or {brand}?
I saw it on {brand} for {money}.
When is Black Friday?
Merry Christmas and a Happy New Year!
Happy Thanksgiving to you all
Are you open on {weekday}?
I need it by {weekday}.
It was delivered on {weekday}, {month} 3.
Hi There
Good Morning
Dear Sir or Madam,
Dear Customer Service,
Dear Team,
Hello Support Team,
To Whom It May Concern
Hi all,
Dear Shop Owner,
Thanks, Team
Best Regards
Kind Regards,
Order Number: {order}
Order Status
Where Is My Order
Customer Service please
I want to speak to a Manager
Terms and Conditions
Return Policy
Privacy Policy
Track My Order
Gift Card Balance
My Account
Size Guide
Free Shipping
{org} sent me the wrong invoice.
I work for {org}.
{org} is my employer.
Is {org} a partner of yours?
The transfer went to {org}.
The stock of {org} fell on {weekday}.
I read about you in the {brand} Times.
Can I get it in Royal Blue or Forest Green?
Do you have the Large in Navy?
The Classic Fit in Charcoal Grey please
Is the Pro Max 256GB in Space Grey in stock?
I'd like the King Size duvet.
Which one is better, the Standard or the Deluxe?
The Spring Collection looks great.
Do you have The Great Gatsby?
Got "Lord of the Rings" on Blu-ray?
I speak English and Spanish.
Is the manual in German or French?
I have an American plug.
Do you take Euros or Dollars?
Is it EU or US size?
I ordered 2 Large Boxes and 3 Small Boxes.
Invoice 2024 for {month}
Apartment sized dishwasher?
I bought 3 drives and 2 lanes of track
It has 4 way stretch
Size 8 court shoes
12 park tickets please
It broke on day 5 of my trip on the road
20 King Size sheets
3 Way switch, do you have it
The 2 Place setting is missing
5 Star hotel quality
I need 100 Square tiles
24 Hour delivery?
7 Day returns?
30 Day money back guarantee, right?
My credit score is {number}.
my id number is {id}
My IP is 10.0.0.1
My card {number} was charged {money} on {date}.
The code SAVE20 does not work
I am happy with it.
I'm Sorry
I am Waiting Since {weekday}
I'm not sure about the Size
Is This Real Leather?
Can You Help Me
Please Cancel My Order
I Want A Refund
I WANT MY MONEY BACK
WHERE IS MY PARCEL
THIS IS UNACCEPTABLE
STILL WAITING!!!
Bot: How can I help? User: I need a refund
Agent: Hello! Customer: Hi
Support: We are on it.
User: Yes
Bot: Anything else? User: No
I am Vegan
I'm Muslim, is it Halal?
I'm Christian and look for a cross.
Is it Kosher?
For Mother's Day
For Valentine's Day
For St. Patrick's Day
before Easter
The {job} told me to buy it.
My doctor says I should not lift it.
my mother is a {job}
I'm a {job}
The {product} arrived broken, see picture.
A {age} year old woman from {country} called.
He's a {age}-year-old {job}.
According to the {job}, it was fine.
Instagram, Facebook and TikTok ads show other prices.
Is it on Amazon Prime?
Does it work with Google Home or Alexa?
Does it run Windows 11 or Linux?
Do you have the PlayStation 5?
I have an iPhone 15 Pro.
My Samsung Galaxy says it's charging
Does it fit a Honda Civic or Toyota Corolla?
I flew with Lufthansa to {city}.
The University of {city}
{city} Airport
{city} Central Station
the {city} store
Sent from my iPhone
The weather in {city} is nice.
What time is it in {city}?
Please do not call me.
I will wait till {date}.
I Will Never Buy Here Again
Will it ship on {weekday}?
Mark it as urgent
May I return it in {month}?
Can I pay in June?
Grace period of the payment?
Do you have it in Rose or Ivory?
Is the Jasmine tea in stock
Bill me later
Just got the bill
Miles or kilometres?
Sandy beige please
A frank answer please
I'd like the Victoria sponge
The Chelsea boots in tan
An Oxford shirt
Do you sell Jordan shoes?
Dolce and Gabbana perfume?
Levi's jeans
Calvin Klein underwear
Tommy Hilfiger shirt
Ralph Lauren polo
Dr. Martens boots in size 8
Jack Daniels gift set
Ben & Jerry's
Johnson & Johnson
Ted Baker bag
`;
