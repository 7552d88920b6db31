import { describe, expect, it } from '@jest/globals';
import { moodOf } from './mood.js';

describe('mood', () => {
  it.each([
    'This is ridiculous, I want my money back', 'you are useless', 'worst customer service ever', 'I will never order from you again', 'wtf is going on', 'you guys are scammers',
    '骗子，退钱', '你们这是什么态度', '再不处理我就打12315', '垃圾客服', '太过分了吧', '再也不买你家东西了',
  ])('hears anger: %s', (text) => expect(moodOf(text).mood).toBe('angry'));
  it.each([
    'still no parcel', 'I have been waiting for three weeks', 'very disappointed', 'WHERE IS MY PARCEL PLEASE ANSWER', 'hello???!!!', '怎么还没发货', '等了好久了', '没人理我', '有点失望',
  ])('hears that somebody is unhappy: %s', (text) => expect(moodOf(text).mood).toBe('unhappy'));
  it.each([
    'Where is my order?', 'is this a scam?', 'do you have it in black', 'I would like to return the tent', 'thanks, great service', 'the USB SKU RDG-400-SAN', '我的快递到哪了？', '这个会不会褪色', '你好', '可以退货吗', '滚筒洗衣机能洗吗',
  ])('hears nothing in: %s', (text) => expect(moodOf(text).mood).toBe('calm'));
});

describe('danger', () => {
  it.each([
    'the stove caught fire', 'my power bank exploded', 'it gave me a rash', 'my son swallowed the battery', 'I got an electric shock', 'the lamp burned my hand', 'I want to die',
    '充电宝爆炸了', '用了之后脸过敏了', '孩子误食了干燥剂', '插上就冒烟', '把手烫伤了', '不想活了',
  ])('is in: %s', (text) => expect(moodOf(text).danger).toBe(true));
  it.each([
    'is it fireproof?', 'do you have a rash guard', 'I am allergic to wool, does it contain any?', 'does the stove smoke a lot', 'which fire steel is best',
    '会不会爆炸', '防漏电吗', '敏感肌能用吗', '不会着火吧', '容易过敏的人能用吗',
  ])('is not in: %s', (text) => expect(moodOf(text).danger).toBe(false));
});
