/** Every recorded expression on numbers gives what CPython gave (record-numbers.py). */
import { testTable } from './recorded-numbers.ts';

testTable('numbers.json', 4900);
