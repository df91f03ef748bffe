import { Inline } from '../../components/exercise/Inline.tsx';

/** A sentence of the notes: between backquotes is code, between asterisks what is stressed. */
export function Emphasis({ text }: { readonly text: string }) {
  return (
    <>
      {text
        .split(/\*([^*`]+)\*/)
        .map((part, index) =>
          index % 2 === 1 ? <em key={index}>{part}</em> : <Inline key={index} text={part} />,
        )}
    </>
  );
}
