/** What the files are about. Kinds of fields: text, code, email, money, count, flag, day, instant. */
const entity = (domain, name, owner, fields, states) => ({ domain, name, owner, fields: fields.split(' ').map((field) => ({ name: field.split(':')[0], kind: field.split(':')[1] })), states: states.split(' ') });

export const ENTITIES = [
  entity('library', 'book', 'publisher', 'title:text isbn:code price:money publishedOn:day lendable:flag', 'listed lent lost'),
  entity('library', 'loan', 'member', 'note:text dueOn:day returnedAt:instant fee:money', 'open returned overdue'),
  entity('shop', 'product', 'supplier', 'title:text sku:code price:money stock:count active:flag', 'draft active retired'),
  entity('shop', 'order', 'customer', 'reference:code total:money placedAt:instant giftWrap:flag', 'open paid shipped cancelled'),
  entity('clinic', 'appointment', 'patient', 'reason:text startsAt:instant minutes:count firstVisit:flag', 'planned held missed'),
  entity('clinic', 'prescription', 'patient', 'drug:text code:code doses:count issuedOn:day', 'issued filled expired'),
  entity('school', 'course', 'department', 'title:text code:code credits:count startsOn:day', 'planned running closed'),
  entity('school', 'enrolment', 'student', 'term:code grade:count paid:flag enrolledAt:instant', 'applied accepted dropped'),
  entity('fleet', 'vehicle', 'depot', 'plate:code seats:count boughtOn:day electric:flag', 'ready serviced sold'),
  entity('fleet', 'trip', 'driver', 'route:text distance:count startedAt:instant cost:money', 'planned running done'),
  entity('hotel', 'booking', 'guest', 'room:code nights:count arrivesOn:day total:money breakfast:flag', 'held confirmed cancelled'),
  entity('billing', 'invoice', 'account', 'number:code amount:money issuedOn:day sentAt:instant', 'draft sent paid'),
  entity('billing', 'payment', 'account', 'method:text amount:money receivedAt:instant refunded:flag', 'pending settled failed'),
  entity('forum', 'comment', 'author', 'body:text likes:count postedAt:instant pinned:flag', 'visible hidden removed'),
  entity('warehouse', 'delivery', 'carrier', 'reference:code parcels:count weight:count arrivesOn:day', 'expected received refused'),
  entity('events', 'ticket', 'venue', 'seat:code price:money soldAt:instant standing:flag', 'free reserved sold'),
  entity('payroll', 'payslip', 'employee', 'period:code gross:count salary:money paidOn:day', 'prepared approved paid'),
  entity('weather', 'reading', 'station', 'label:text celsius:count takenAt:instant checked:flag', 'raw checked rejected'),
  entity('press', 'article', 'editor', 'headline:text slug:code words:count publishedOn:day featured:flag', 'draft review published'),
  entity('sport', 'match', 'league', 'title:text round:count playedOn:day attendance:count', 'planned played postponed'),
];
