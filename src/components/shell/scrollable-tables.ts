// A table too wide for its column scrolls by itself. The keyboard must then be able to reach it,
// and must not have to stop at tables that fit.
const watch = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

for (const table of document.querySelectorAll('.sl-markdown-content table')) watch.observe(table);
