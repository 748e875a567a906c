Sure, here is a small helper that reads the payload of a JWT:

```ts
/** The claims we use. */
export interface Claims {
  sub: string;
  exp: number;
}

/** Reads the payload without checking the signature. */
export function decode(token: string): Claims {
  const payload = token.split('.')[1] ?? '';
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}
```

Let me know if you would like me to add signature verification!
