// Puts what a box holds on the clipboard. Without script, or where the browser forbids it, the box can be selected as ever.
'use strict';

(() => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const word = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = word; }, 3000);
    });
  }
})();
