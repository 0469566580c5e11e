import { expect, test } from '@playwright/test'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { launchEmbedded } from '../../server/src/platform/embedded/launch.ts'
import { canary, filesWithCanary, holdsCanary, tablesWithCanary } from './canary.ts'

const bird = canary(20_221_024)

test('a canary is found in every spelling it could travel in', () => {
  const spelled = [
    `甲${bird.name}乙`,
    `/api?q=${encodeURIComponent(bird.name)}`,
    bird.name.replaceAll(/./g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
    bird.name.replaceAll(/./g, (c) => `&#${c.charCodeAt(0)};`),
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${bird.name}尾`).toString('base64')),
  ]
  for (const text of spelled) expect(holdsCanary(text, bird), text).toBe(true)
  expect(holdsCanary('探访企业', bird)).toBe(false)
  expect(canary(20_221_024)).toEqual(bird)
})

test('a canary is found in files of any depth, in UTF-8 and UTF-16', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'canary-'))
  await mkdir(join(folder, 'logs'))
  await writeFile(join(folder, 'logs/a.log'), `x ${bird.name} y`)
  await writeFile(join(folder, 'b.bin'), Buffer.from(bird.name, 'utf16le'))
  await writeFile(join(folder, 'c.txt'), '没有')
  const found = await filesWithCanary(folder, bird)
  await rm(folder, { recursive: true })
  expect(found.toSorted()).toEqual([join(folder, 'b.bin'), join(folder, 'logs/a.log')])
})

test('a canary is found in every kind of column a login may read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'canary-'))
  const database = await launchEmbedded({ folder, superuserPassword: 'practice', unsafeFast: true })
  try {
    const url = database.url('postgres', 'practice', 'postgres')
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`create table plain (a text); create table document (a jsonb); create table bytes (a bytea);
      create table clean (a text); create schema "Other Place"; create table "Other Place"."T" (a text[])`)
    await client.query('insert into plain values ($1)', [`前${bird.name}后`])
    await client.query('insert into document values ($1)', [{ deep: [{ name: bird.name }] }])
    await client.query('insert into bytes values ($1)', [Buffer.from(bird.name)])
    await client.query('insert into clean values ($1)', ['探访企业'])
    await client.query('insert into "Other Place"."T" values ($1)', [[bird.name]])
    await client.end()
    const found = await tablesWithCanary(url, bird)
    expect(found.toSorted()).toEqual(['"Other Place"."T"', 'public.bytes', 'public.document', 'public.plain'])
  } finally {
    await database.stop()
    await rm(folder, { recursive: true, force: true })
  }
})
