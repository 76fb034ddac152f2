// Who shares without a name is asked for it, and not held up: until then others see "Somebody".

import { useEffect, useRef, useState } from 'react';
import { useServices } from '../../session/services.tsx';
import { NameField } from '../../ui/name-field.tsx';

/** Stays until the dialog closes, so that a name can be put right. It is taken when the field is left. */
export function NamePart({ onName }: { readonly onName: (name: string) => void }) {
  const { me } = useServices();
  const [isAsked] = useState(me.name === '');
  const [name, setName] = useState('');
  const take = useRef(() => {});
  useEffect(() => {
    take.current = () => {
      const given = name.trim();
      if (given !== '' && given !== me.name) onName(given);
    };
  });
  // Closed by Escape: no field is left then.
  useEffect(() => () => take.current(), []);
  if (!isAsked) return null;
  return (
    <NameField
      value={name}
      onChange={setName}
      autoFocus
      onBlur={() => take.current()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take.current();
      }}
    />
  );
}
