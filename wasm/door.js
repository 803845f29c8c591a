// The door of bindings.cpp as two functions of the module. Part of the glue (--post-js); written here because Embind, for
// two functions of text, brought the names and converters of every C++ type.
{
  const textAt = (at) => new TextDecoder().decode(HEAPU8.subarray(at, HEAPU8.indexOf(0, at)));

  Module["advance"] = (caseText) => {
    const bytes = new TextEncoder().encode(caseText);
    const at = _malloc(bytes.length || 1);
    HEAPU8.set(bytes, at);
    const turn = textAt(_alimail_advance(at, bytes.length));
    _free(at);
    return turn;
  };

  Module["version"] = () => textAt(_alimail_version());
}
