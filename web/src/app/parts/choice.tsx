// One of a few, which is chosen already and seldom changed: a menu of the system, with its label before it.

interface ChoiceProps<Value extends string> {
  label: string;
  test: string;
  options: { value: Value; text: string }[];
  chosen: Value;
  onChoose(value: Value): void;
}

export function Choice<Value extends string>({ label, test, options, chosen, onChoose }: ChoiceProps<Value>) {
  return (
    <label class="menu">
      <span>{label}</span>
      <select data-test={test} value={chosen} onChange={(event) => onChoose(event.currentTarget.value as Value)}>
        {options.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
