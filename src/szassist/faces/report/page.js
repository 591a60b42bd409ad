"use strict";
// Shows the questions that meet the filters; without scripts all of them are there.
const filters = document.getElementById("filters");
const count = document.getElementById("count");
const questions = [...document.querySelectorAll("details.question")];

function show() {
  const category = filters.elements.category.value;
  const outcome = filters.elements.outcome.value;
  const words = filters.elements.words.value.trim().toLowerCase();
  let shown = 0;
  for (const question of questions) {
    const fits =
      (!category || question.dataset.category === category) &&
      (!outcome || question.dataset.outcome.split(" ").includes(outcome)) &&
      (!words || question.textContent.toLowerCase().includes(words));
    question.hidden = !fits;
    shown += fits;
  }
  count.textContent = count.dataset.text.replace("{shown}", shown).replace("{all}", questions.length);
}

filters.hidden = false;
filters.addEventListener("input", show);
filters.addEventListener("submit", (event) => event.preventDefault());
show();
