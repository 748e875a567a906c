export interface Message {
  id: string;
  // conductor-ignore no-any-in-exports
  body: any;
}
