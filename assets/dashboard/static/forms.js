// A file that is too large is told of before it is sent for minutes.
"use strict";
for (const field of document.querySelectorAll("input[type=file][data-limit]")) {
    field.addEventListener("change", () => {
        const file = field.files[0];
        field.setCustomValidity(file && file.size > Number(field.dataset.limit) ? field.dataset.tooLarge : "");
        field.reportValidity();
    });
}
