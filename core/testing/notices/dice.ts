export { seededDice, wordsIn, type Dice } from '../../src/kernel/dice.ts'
