<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<!-- Words of Qt's file dialog that its own Chinese leaves in English.
     Compiled: pyside6-lrelease resources/texts/qt_rest_zh_CN.ts -->
<TS version="2.1" language="zh_CN">
<context>
    <name>QAbstractFileIconProvider</name>
    <message><source>File</source><translation>文件</translation></message>
    <message><source>Folder</source><translation>文件夹</translation></message>
    <message><source>Drive</source><translation>磁盘</translation></message>
    <message><source>Unknown</source><translation>未知</translation></message>
    <message><source>Shortcut</source><translation>快捷方式</translation></message>
    <message><source>Alias</source><translation>替身</translation></message>
</context>
</TS>
