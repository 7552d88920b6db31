/**
 * Sentences with places for names and addresses. {full} {first} {last} {nick} are names, {addr} and {street} addresses; the other
 * places are filled with what is neither. Own texts: what people write to shops and offices, and what is written about them.
 */
export const TEMPLATES_EN = String.raw`
My name is {full}.
my name is {full} and my order is {order}
Hi, I'm {first}, where is my parcel?
hi im {first}
I am {full}, I ordered {product} on {date}.
This is {full} calling about order {order}.
{full} here. Can you check {order}?
Hello, {full} speaking.
Name: {full}
Full name: {full}
First name: {first}
Last name: {last}
Surname: {last}, first name: {first}
Customer: {full}
Recipient: {full}
Ship to: {full}
Deliver to {full}, {addr}
Please send it to {full} at {addr}.
Ship to: {full}\n{addr}
Billing address: {full}\n{addr}
Shipping address:\n{full}\n{addr}\n{phone}
{full}\n{addr}
{full}\n{street}\n{city}\n{phone}\n{email}
{full}, {addr}, {phone}
My new address is {addr}
my address is {addr}
Address: {addr}
I moved to {addr}
I live at {addr}.
I live on {street}
We live at {addr} now, not {addr}.
Can you change the address to {addr}?
Please change the delivery address from {addr} to {addr}.
the right address is {addr}, the one on the order is old
It was delivered to {street} instead of {street}.
The parcel was left at {street}.
Our office is at {addr}.
Our shop is on {street} in {city}.
He lives at {addr} and his phone is {phone}.
She resides at {addr}.
residing at {street}, {first} can be reached at {phone}
I used to live at {addr} before {date}.
The address of {org} is {addr}
The headquarters of {org} are at {addr}.
{org} is located at {addr}.
{org}\n{addr}\nphone: {phone}
Please come to {addr} at {time}.
Meet me at {street} tomorrow.
How do I get to {addr}?
Is there a store near {addr}?
What is the shipping cost to {addr}?
do you deliver to {addr}
Return it to:\n{org}\n{addr}
The card belongs to {full}.
card in the name of {full}
The account holder is {full}.
The account is under {full}.
It should be under {last}, {first}.
The order is under my husband's name, {full}.
My wife {first} ordered it.
my wife {first} ordered it last week
My son {first} is {age} years old and wears size M.
It's a present for my daughter {first}.
Please write "Happy birthday {first}" on the card.
Can you engrave {first} & {first} on it?
please engrave {first} and {first} on the ring
I talked to {first} yesterday and she said it would ship.
I spoke to {full} from your team.
{first} from your support told me to wait.
I was told by {first} that I'd get {money} back.
Agent {first} hung up on me.
Your colleague {first} was so helpful, thanks!
Thank you {first}!
Thanks {first}, that helps
thanks {first}
ok thanks {first}, have a nice day
Thanks so much, {first}.
Hi {first},
Hello {first},
hey {first}
Hi {first}, any news?
Dear {title} {last},
Dear {first},
Dear {full},
Good morning {title} {last}
Best regards,\n{full}
Regards, {full}
Kind regards\n{first}
Thanks,\n{first}
Cheers, {first}
Sincerely,\n{full}\n{addr}
Yours,\n{first} {last}
- {first}
Best, {full}
{title} {last} will sign for the parcel.
{title} {full} will pick it up.
Please ask {title} {last} to call me at {phone}.
Please have {full} call me back on {phone}.
Is {full} still working there?
Can I speak to {full} please?
Who is {full} and why is this name on my invoice?
The invoice says {full}, my name is {full}.
Change the name on the order from {full} to {full}.
The name is spelled {full}, not {full}.
The label says {full} but I'm {full}.
The neighbour, {full}, took the parcel.
The parcel was signed for by {full}.
It was signed by "{full}", I don't know this person.
Signed by: {last}
The driver, {first}, was very kind.
Delivery man {first} left it with {full}.
{full} ({email}) placed this order.
{full} <{email}> wrote:
From: {full} <{email}>
To: {full}
You can reach me at {email}, {full}
{full} can be contacted at {email} or {phone}.
Email {email}, name {full}, order {order}
name {full} order {order} email {email}
{order} {full} {email}
{full} {phone}
{full} {order}
Bot: What is your name? User: {full}
Bot: May I have your name please? User: {first}
Bot: What is the name on the order? Customer: {full}
Agent: And your address? Customer: {addr}
Agent: Hi, this is {first}, how can I help? Customer: my name's {full}
{first}: hello\n{first}: hi, where is my order?
{first}: When will it come?\n{first}: Tomorrow, I think.
{first}: I told you already.\n{first}: No, you didn't!
{first}: Look, {first}, I'm sorry.\n{first}: Forget it.
{full}: please refund me\nSupport: of course
{first}'s order hasn't arrived.
{full}'s parcel is lost
{first}'s birthday is on {date}, will it be there?
It's {first}'s birthday on {date}
{first} and I ordered together.
{first} and {first} both got theirs but mine is missing.
{full}, {full} and {full} are on the same account.
Me and {first} bought two of {product}.
I gave it to {first}, who says it doesn't work.
{first} says it's broken.
{first} loves it!
{full} is my father, he can't write English.
{full} lives in {city}.
{full} was born in {city} on {date}.
{full} is a {age}-year-old {job} from {country}.
{full}, a {age}-year-old {job} from {country}, lives at {addr}.
{full} ({age}) works as a {job} in {city}.
{full} is the {job} of {org}.
{full}, {job} at {org}, said sales grew.
{job} {full} joined {org} in {year}.
{full} has been diagnosed with diabetes by {title} {full}.
{first} was treated by {title} {last}, who prescribed {medicine}.
His doctor, {full}, has prescribed {medicine} as part of the treatment.
Her doctor, {title} {full}, advised rest.
Under the care of {title} {full}, {first} takes {medicine}.
The patient, {full}, complained of headaches.
Doctor {full} is treating {first} for asthma with {medicine}.
{first} has an income of {money} and a credit score of {number}.
{first} holds the ID card number {id}.
With ID number {id}, {full} resides at {street} and uses {email}.
Recently {first} received a transfer from {org}.
{last} was seen in {city}.
According to {last}, prices will fall.
{full} listed the best songs of {year}.
{full} wrote this song in {year} with {full}.
The film stars {full} and {full}.
{full} played for {city} in {year}.
{full} won the race, followed by {full} and {full}.
We watched the concert of {full} at {org}.
The book is by {full}.
Author: {full}
Is the {product} by {full} in stock?
Have you read the new one by {full}?
{full} married {full} in {city} in {year}.
{title} {last} and {title} {last} will attend.
Passengers: {full}, {full}
Guest name {full}, arriving {date}
Reservation for {full} on {date}, please.
I'd like to book a table under {last} at {time}.
Change the second traveller's name to {full}.
My maiden name is {last}, my account may be under {first} {last}.
My middle name is {first}.
my surname is {last}
Call me {first}.
you can call me {first}
everyone calls me {first}
I'm {first} by the way
it's {first} again
{first} again, still waiting
This is {first} again, still no refund.
its {full} again
Sure, it's {full}.
Yes, {full}.
{full}
{first}
{addr}
{full}, {city}
Sorry, I meant {street}.
No, {addr}
yes its {addr}
{addr}. Please hurry
The {org} at {street} takes parcels.
I paid with a card of {first} {last}, does it matter?
We met {first} at the {org} store.
Gift message: To {first}, with love from {first}
To: {first}\nFrom: {first}
from {first} to {first}, happy anniversary
Love, {first} and {first}
Please print {last} on the back of the shirt, number {number}.
Put {last} 10 on the jersey
My neighbour {title} {last} at {street} got it.
cc {full}
Attn: {full}\n{org}\n{addr}
c/o {full}, {addr}
Contact person: {full}
Emergency contact {full} {phone}
Referred by {full}
Applicant: {full}; employer: {org}
I, {full}, hereby cancel my order {order}.
I hereby authorise {full} to collect it.
Only {full} may open the parcel.
May {first} collect it for me?
can my friend {first} pick it up
my boyfriend {first} paid for it
tell {first} i said hi
ask {first}
It was {first} who called.
Did {first} get my mail?
Where does {full} live?
I work with {full} at {org} in {city}.
Are you {first}?
is this {first}?
who am i talking to, {first}?
The winner is {full} from {city}, {country}!
Congratulations {first}!
Well done, {full}.
How are you, {first}?
What do you think, {first}?
Listen, {first}, I can't wait any longer.
You know, {first}, this is the third time.
Welcome back, {first}!
{first}, please check order {order}
{first}, can you help me?
{full} - {job}
{full}, originally from {country}, moved to {city}.
He comes from {country} and is called {full}.
the song by {full} and {full}
the version {full} recorded
{first} gave {first} the address: {addr}
Website: {full}
Info: {full}, {phone}
{full}\n{job}\n{org}
{full}\n\n{org}\n{addr}\nPhone: {phone}\nFax: {phone}
Job: {job}\nName: {full}\nMobile: {phone}
{full} is cared for by {title} {full} and takes {medicine}.
`;
