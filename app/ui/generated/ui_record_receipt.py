# From forms/screens/record_receipt.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# The enforcement unit signed for the clue.

################################################################################
## Form generated from reading UI file 'record_receipt.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_RecordReceiptForm(object):
    def setupUi(self, RecordReceiptForm):
        if not RecordReceiptForm.objectName():
            RecordReceiptForm.setObjectName(u"RecordReceiptForm")
        self.grid = QGridLayout(RecordReceiptForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.unit_row = TextRow(RecordReceiptForm)
        self.unit_row.setObjectName(u"unit_row")
        self.unit_row.setProperty(u"path", u"unit")
        self.unit_row.setMandatory(True)
        self.unit_row.setLimit(100)

        self.grid.addWidget(self.unit_row, 0, 0, 1, 1)

        self.receiver_row = TextRow(RecordReceiptForm)
        self.receiver_row.setObjectName(u"receiver_row")
        self.receiver_row.setProperty(u"path", u"receiver")
        self.receiver_row.setMandatory(True)
        self.receiver_row.setLimit(100)

        self.grid.addWidget(self.receiver_row, 0, 1, 1, 1)

        self.on_row = DayRow(RecordReceiptForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 1)

        self.by_row = TextRow(RecordReceiptForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.note_row = TextRow(RecordReceiptForm)
        self.note_row.setObjectName(u"note_row")
        self.note_row.setProperty(u"path", u"note")
        self.note_row.setLimit(300)

        self.grid.addWidget(self.note_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(RecordReceiptForm)

        QMetaObject.connectSlotsByName(RecordReceiptForm)
    # setupUi

    def retranslateUi(self, RecordReceiptForm):
        self.unit_row.setCaption(QCoreApplication.translate("RecordReceiptForm", u"\u529e\u6848\u673a\u6784", None))
        self.receiver_row.setCaption(QCoreApplication.translate("RecordReceiptForm", u"\u7b7e\u6536\u4eba", None))
        self.on_row.setCaption(QCoreApplication.translate("RecordReceiptForm", u"\u7b7e\u6536\u65e5\u671f", None))
        self.by_row.setCaption(QCoreApplication.translate("RecordReceiptForm", u"\u7ecf\u529e\u4eba", None))
        self.note_row.setCaption(QCoreApplication.translate("RecordReceiptForm", u"\u5907\u6ce8", None))
        pass
    # retranslateUi
