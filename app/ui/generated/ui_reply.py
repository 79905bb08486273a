# From forms/screens/reply.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Answering the complainant or the body that sent the case.

################################################################################
## Form generated from reading UI file 'reply.ui'
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

from app.ui.widgets.designed_acts import (RadioRow, TallRow)
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_ReplyForm(object):
    def setupUi(self, ReplyForm):
        if not ReplyForm.objectName():
            ReplyForm.setObjectName(u"ReplyForm")
        self.grid = QGridLayout(ReplyForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = RadioRow(ReplyForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)

        self.grid.addWidget(self.to_row, 0, 0, 1, 4)

        self.on_row = DayRow(ReplyForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 1, 0, 1, 2)

        self.method_row = ChoiceRow(ReplyForm)
        self.method_row.setObjectName(u"method_row")
        self.method_row.setProperty(u"path", u"method")
        self.method_row.setMandatory(True)

        self.grid.addWidget(self.method_row, 1, 2, 1, 1)

        self.by_row = TextRow(ReplyForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 3, 1, 1)

        self.text_row = TallRow(ReplyForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(5000)
        self.text_row.setLines(7)

        self.grid.addWidget(self.text_row, 2, 0, 1, 4)

        self.result_row = RadioRow(ReplyForm)
        self.result_row.setObjectName(u"result_row")
        self.result_row.setProperty(u"path", u"result")
        self.result_row.setMandatory(True)

        self.grid.addWidget(self.result_row, 3, 0, 1, 4)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnStretch(2, 1)
        self.grid.setColumnStretch(3, 1)

        self.retranslateUi(ReplyForm)

        QMetaObject.connectSlotsByName(ReplyForm)
    # setupUi

    def retranslateUi(self, ReplyForm):
        self.to_row.setCaption(QCoreApplication.translate("ReplyForm", u"\u56de\u590d\u8c01", None))
        self.on_row.setCaption(QCoreApplication.translate("ReplyForm", u"\u56de\u590d\u65e5\u671f", None))
        self.method_row.setCaption(QCoreApplication.translate("ReplyForm", u"\u56de\u590d\u65b9\u5f0f", None))
        self.by_row.setCaption(QCoreApplication.translate("ReplyForm", u"\u56de\u590d\u4eba", None))
        self.text_row.setCaption(QCoreApplication.translate("ReplyForm", u"\u56de\u590d\u5185\u5bb9", None))
        self.result_row.setCaption(QCoreApplication.translate("ReplyForm", u"\u7ed3\u679c", None))
        pass
    # retranslateUi
