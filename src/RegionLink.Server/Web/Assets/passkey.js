// Asks the device for a passkey when a button is pressed, and sends the button's form with the answer.
// JSON is written here because browsers of 2024 and before cannot do it themselves.
'use strict';

(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  const text = (buffer) => (buffer ? btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '') : undefined);
  const listed = (credentials) => (credentials ?? []).map((c) => ({ ...c, id: bytes(c.id) }));

  const read = (json, make) => {
    const options = JSON.parse(json);
    options.challenge = bytes(options.challenge);
    if (make) {
      options.user.id = bytes(options.user.id);
      options.excludeCredentials = listed(options.excludeCredentials);
    } else {
      options.allowCredentials = listed(options.allowCredentials);
    }
    return options;
  };

  const written = ({ id, rawId, type, authenticatorAttachment, response }) => JSON.stringify({
    id,
    rawId: text(rawId),
    type,
    authenticatorAttachment,
    clientExtensionResults: {},
    response: {
      clientDataJSON: text(response.clientDataJSON),
      attestationObject: text(response.attestationObject),
      transports: response.getTransports?.(),
      authenticatorData: response.attestationObject ? undefined : text(response.authenticatorData),
      signature: text(response.signature),
      userHandle: text(response.userHandle),
    },
  });

  const ask = async (button) => {
    const make = button.dataset.passkey === 'create';
    const says = button.form.querySelector('[data-passkey-says]');
    says.textContent = '';
    if (!window.PublicKeyCredential) {
      says.textContent = button.dataset.unknown;
      return;
    }
    try {
      const publicKey = read(button.dataset.options, make);
      const answer = await (make ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
      button.form.elements.credential.value = written(answer);
    } catch (error) {
      says.textContent = { InvalidStateError: button.dataset.already, SecurityError: button.dataset.unknown }[error.name] ?? button.dataset.stopped;
      return;
    }
    button.form.requestSubmit(button);
  };

  for (const button of document.querySelectorAll('button[data-passkey]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      ask(button);
    });
  }
})();
