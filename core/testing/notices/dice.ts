export { seededDice, type Dice } from '../../src/kernel/dice.ts'
