/** 督办函 and 提醒函, with their register. */
export { dueItems, type Level, namesUnits } from "./due-items";
export { LETTER_FACTS, type LetterFacts, letterFactsExample, NO_LETTER_FACTS, readLetterFacts } from "./facts";
export { remindJson } from "./json";
export { bodyOf, dayOrOpen, letterEnd } from "./letter-parts";
export { type Letters, writeLetters } from "./letters";
export { NO_REGISTER, readRegister, type Register, REGISTER_NAME, registerBook } from "./register";
