# From forms/screens/conclude.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# What came of a case that was opened.

################################################################################
## Form generated from reading UI file 'conclude.ui'
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

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (ChoiceRow, DayRow, TextRow)

class Ui_ConcludeForm(object):
    def setupUi(self, ConcludeForm):
        if not ConcludeForm.objectName():
            ConcludeForm.setObjectName(u"ConcludeForm")
        self.grid = QGridLayout(ConcludeForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.sort_row = ChoiceRow(ConcludeForm)
        self.sort_row.setObjectName(u"sort_row")
        self.sort_row.setProperty(u"path", u"sort")
        self.sort_row.setMandatory(True)

        self.grid.addWidget(self.sort_row, 0, 0, 1, 1)

        self.on_row = DayRow(ConcludeForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 1, 1, 1)

        self.document_no_row = TextRow(ConcludeForm)
        self.document_no_row.setObjectName(u"document_no_row")
        self.document_no_row.setProperty(u"path", u"document_no")
        self.document_no_row.setLimit(100)

        self.grid.addWidget(self.document_no_row, 1, 0, 1, 1)

        self.by_row = TextRow(ConcludeForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(100)

        self.grid.addWidget(self.by_row, 1, 1, 1, 1)

        self.text_row = TallRow(ConcludeForm)
        self.text_row.setObjectName(u"text_row")
        self.text_row.setProperty(u"path", u"text")
        self.text_row.setMandatory(True)
        self.text_row.setLimit(5000)
        self.text_row.setLines(4)

        self.grid.addWidget(self.text_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(ConcludeForm)

        QMetaObject.connectSlotsByName(ConcludeForm)
    # setupUi

    def retranslateUi(self, ConcludeForm):
        self.sort_row.setCaption(QCoreApplication.translate("ConcludeForm", u"\u5904\u7406\u7ed3\u679c", None))
        self.on_row.setCaption(QCoreApplication.translate("ConcludeForm", u"\u5904\u7406\u65e5\u671f", None))
        self.document_no_row.setCaption(QCoreApplication.translate("ConcludeForm", u"\u51b3\u5b9a\u4e66\u6587\u53f7", None))
        self.document_no_row.setPlaceholder(QCoreApplication.translate("ConcludeForm", u"\u6ca1\u6709\u7684\u4e0d\u586b", None))
        self.by_row.setCaption(QCoreApplication.translate("ConcludeForm", u"\u7ecf\u529e\u4eba", None))
        self.text_row.setCaption(QCoreApplication.translate("ConcludeForm", u"\u5904\u7406\u7ed3\u679c\u7684\u5185\u5bb9", None))
        pass
    # retranslateUi
