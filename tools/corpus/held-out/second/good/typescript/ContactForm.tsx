import { useId, useState, type FormEvent } from 'react';

/** What a visitor sends with the form. */
export interface ContactMessage {
  email: string;
  text: string;
}

/** Properties of {@link ContactForm}. */
export interface ContactFormProps {
  onSend: (message: ContactMessage) => Promise<void>;
}

type Phase = 'editing' | 'sending' | 'sent' | 'failed';

/** A form with an address and a text; it tells the visitor how sending went. */
export function ContactForm({ onSend }: ContactFormProps): JSX.Element {
  const emailId = useId();
  const textId = useId();
  const [email, setEmail] = useState('');
  const [text, setText] = useState('');
  const [phase, setPhase] = useState<Phase>('editing');

  const send = async (): Promise<void> => {
    setPhase('sending');
    try {
      await onSend({ email: email.trim(), text });
      setPhase('sent');
    } catch {
      setPhase('failed');
    }
  };

  const handleSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void send();
  };

  if (phase === 'sent') {
    return <p role="status">Thank you, we will write back soon.</p>;
  }

  return (
    <form onSubmit={handleSubmit}>
      <label htmlFor={emailId}>Your e-mail</label>
      <input id={emailId} type="email" required value={email} onChange={(event) => setEmail(event.target.value)} />
      <label htmlFor={textId}>Message</label>
      <textarea id={textId} required maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      {phase === 'failed' && <p role="alert">That did not work. Please try again.</p>}
      <button type="submit" disabled={phase === 'sending'}>
        Send
      </button>
    </form>
  );
}
